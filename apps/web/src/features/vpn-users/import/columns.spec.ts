import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnWords, guessMapping, mappingProblem, userFields } from './columns.ts'

const linesOf = (...rows: string[][]) => rows.map((cells, index) => ({ number: index + 1, cells, flags: [] }))
const groups = new Set(['default', 'staff'])

describe('the columns are guessed', () => {
  test.each([
    [
      ['Name', 'Password', 'Group', 'Static IP', 'Description'],
      { name: 0, password: 1, group: 2, staticIp: 3, description: 4 },
    ],
    [['Kennwort', 'Feste IP', 'Benutzername', 'Abteilung'], { password: 0, staticIp: 1, name: 2, group: 3 }],
    [['Groupe', 'Nom d’utilisateur', 'Mot de passe'], { group: 0, name: 1, password: 2 }],
    [['contrasena', 'USUARIO', 'Descripción'], { password: 0, name: 1, description: 2 }],
    [['用户名', '密码', '用户组', '描述'], { name: 0, password: 1, group: 2, description: 3 }],
    [['пароль', 'Имя пользователя'], { password: 0, name: 1 }],
    [['user_name', 'Phone', 'static-ip'], { name: 0, staticIp: 2 }],
    [['User'], { name: 0 }],
  ])('from the headings %j', (heading, columns) => {
    expect(
      guessMapping(
        linesOf(
          heading,
          heading.map(() => 'x'),
        ),
        groups,
      ),
    ).toEqual({ hasHeader: true, columns })
  })

  test('from what is in them where there are no headings', () => {
    const lines = linesOf(
      ['staff', '172.16.0.5', 'paris.lyon', 'Tr4m-line-12'],
      ['staff', 'disable', 'paris.nice', 'Tr4m-line-13'],
    )
    const columns = { group: 0, staticIp: 1, name: 2, password: 3 }
    expect(guessMapping(lines, groups)).toEqual({ hasHeader: false, columns })
  })

  test('in whatever order known headings stand', () => {
    const known = { name: 'Name', password: 'Passwort', group: 'Groupe', staticIp: '静态IP', description: 'Notes' }
    fc.assert(
      fc.property(fc.shuffledSubarray([...userFields], { minLength: 2 }), (fields) => {
        const heading = fields.map((field) => known[field])
        const columns = Object.fromEntries(fields.map((field, column) => [field, column]))
        expect(guessMapping(linesOf(heading), groups)).toEqual({ hasHeader: true, columns })
      }),
    )
  })

  test('and any sheet has a guess that names only columns it has', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), { minLength: 1 }), (rows) => {
        const width = Math.max(...rows.map(({ length }) => length))
        const taken = Object.values(guessMapping(linesOf(...rows), groups).columns)
        expect(taken.every((column) => column >= 0 && column < width)).toBe(true)
        expect(new Set(taken).size).toBe(taken.length)
      }),
    )
  })
})

test('a mapping without names, or with one column taken twice, is not enough', () => {
  expect(mappingProblem({ hasHeader: true, columns: { password: 1 } })).toMatch(/names of the users/)
  const double = { hasHeader: true, columns: { name: 1, password: 1 } }
  expect(mappingProblem(double)).toBe('Password and Name are taken from the same column.')
  expect(mappingProblem({ hasHeader: false, columns: { name: 0 } })).toBeUndefined()
})

test('columns are named as in a spreadsheet', () => {
  expect(columnWords(linesOf(['Name', ' ']), 0, true)).toBe('Column A: Name')
  expect(columnWords(linesOf(['Name', ' ']), 1, true)).toBe('Column B')
  expect(columnWords(linesOf(['Name']), 27, false)).toBe('Column AB')
})
