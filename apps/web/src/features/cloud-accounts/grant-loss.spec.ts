import { expect, test } from 'vitest'
import { grantLossWords } from './grant-loss.ts'

const grant = (roleName: string, name: string) => ({ roleName, subject: { type: 'person' as const, id: name, name } })

test('names who loses what, and counts the rest', () => {
  expect(grantLossWords([])).toBeUndefined()
  expect(grantLossWords([grant('Support', 'desk')])).toBe('It takes Support from desk.')
  const many = Array.from({ length: 8 }, (_, number) => grant('Support', `desk-${number + 1}`))
  expect(grantLossWords(many)).toMatch(/Support from desk-5,? and 3 more\.$/)
})
