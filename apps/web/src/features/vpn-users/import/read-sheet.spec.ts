import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { readSheetFile, readSheetText } from './read-sheet.ts'
import { mostFileBytes, mostLines, sizeProblem, type Sheet } from './sheet.ts'
import { sheetXml, xlsxOf, zipOf } from './testing-workbook.ts'
import { packStored, unpack, zipEntries } from './zip.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const cellsOf = ({ lines }: Sheet) => lines.map(({ cells }) => cells)
const utf16 = (text: string, isBig: boolean, withMark: boolean) => {
  const bytes = Buffer.from(withMark ? `\ufeff${text}` : text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

describe('text', () => {
  test.each([
    ['commas', 'Name,Password\r\nparis.lyon,"a,b ""c"""\r\n'],
    ['semicolons', 'Name;Password\nparis.lyon;"a,b ""c"""\n'],
    ['tabs, as it is pasted', 'Name\tPassword\nparis.lyon\ta,b "c"\n'.replace('a,b "c"', '"a,b ""c"""')],
    ['what its first line says', 'sep=|\r\nName|Password\r\nparis.lyon|"a,b ""c"""\r\n'],
  ])('is divided by %s', (_, text) => {
    expect(cellsOf(readSheetText(text))).toEqual([
      ['Name', 'Password'],
      ['paris.lyon', 'a,b "c"'],
    ])
  })

  test('of any cells is read back as it was', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[\r\n]/g, ' '))
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(rows, (given) => {
        const all = [['Name', 'Password', 'Group'], ...given]
        const { lines } = readSheetText(Papa.unparse(all, { quotes: true }))
        const filled = all.filter((cells) => cells.some((text) => text.trim() !== ''))
        expect(lines.map(({ cells }) => cells)).toEqual(filled)
      }),
    )
  })

  test('keeps the numbers of the lines where some are empty', () => {
    const { lines } = readSheetText('Name,Group\n\n,\nparis.lyon,staff\n')
    expect(lines.map(({ number }) => number)).toEqual([1, 4])
  })

  test('with a quotation mark that is never closed is refused, with the row', () => {
    expect(() => readSheetText('Name,Password\nparis.lyon,"abc\n')).toThrow(/quotation mark in row 2 is never closed/)
  })

  test('without a value or with too many rows is refused', () => {
    expect(() => readSheetText(' \n , \n')).toThrow('no row has a value')
    expect(() => readSheetText('paris\n'.repeat(mostLines + 1))).toThrow('It has 5,001 rows; at most 5,000 are read.')
  })
})

describe('encodings', () => {
  const text = 'Name,Abteilung\r\nparis.lyon,Vertrieb Süd\r\n'
  const rows = [
    ['Name', 'Abteilung'],
    ['paris.lyon', 'Vertrieb Süd'],
  ]
  test.each([
    ['UTF-8', bytesOf(text), undefined],
    ['UTF-8 with its mark', bytesOf(`\ufeff${text}`), undefined],
    ['UTF-16 little endian', utf16(text, false, true), /UTF-16/],
    ['UTF-16 big endian', utf16(text, true, true), /UTF-16/],
    ['UTF-16 without its mark', utf16(text, false, false), /UTF-16/],
    ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1')), /Windows-1252.*accents/],
  ])('%s is read', async (_, bytes, note) => {
    const sheet = await readSheetFile('users.csv', bytes)
    expect(cellsOf(sheet)).toEqual(rows)
    expect(sheet.notes.join(' ')).toMatch(note ?? /^$/)
  })

  test('what is no text is refused in words', async () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 250])
    await expect(readSheetFile('users.csv', picture)).rejects.toThrow('neither text nor an XLSX file')
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])
    await expect(readSheetFile('users.xls', old)).rejects.toThrow('old XLS file, or one with a password')
  })

  test('any bytes are read or refused in words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), async (bytes) => {
        const result = await readSheetFile('users', new Uint8Array(bytes)).catch((error: unknown) => error)
        if (result instanceof Error) expect(result.constructor.name).toBe('UnreadableSheet')
        else expect(result).toHaveProperty('lines')
      }),
    )
  })
})

describe('a file that is too large', () => {
  test('is refused by its size alone, with the limit in words', () => {
    expect(sizeProblem('users.xlsx', 50_000_000)).toBe(
      'users.xlsx has 50 MB; at most 5 MB are read. Keep only the sheet of users and save it as CSV.',
    )
    expect(sizeProblem('users.xlsx', mostFileBytes)).toBeUndefined()
    expect(sizeProblem('users.xlsx', 0)).toBe('users.xlsx is empty.')
  })

  test('is refused where it only unpacks to one', async () => {
    const files = zipOf({ 'xl/workbook.xml': 'a'.repeat(50_000_000) })
    expect(files.length).toBeLessThan(100_000)
    await expect(readSheetFile('users.xlsx', files)).rejects.toThrow('unpacks to more than is read')
  })
})

describe('XLSX', () => {
  test('is read: the first sheet that is not hidden', async () => {
    const bytes = xlsxOf(
      [
        ['Name', 'Password'],
        ['paris.lyon', ' a<b>&"c" '],
        [null, null],
        ['paris.nice', 7],
      ],
      { sheets: ['Old', 'Users', 'Notes'], hidden: ['Old'] },
    )
    const sheet = await readSheetFile('users.xlsx', bytes)
    expect(sheet.lines.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, 'Name', 'Password'],
      [2, 'paris.lyon', ' a<b>&"c" '],
      [4, 'paris.nice', '7'],
    ])
    expect(sheet.notes).toEqual(['The workbook has 3 sheets; “Users” was read.'])
  })

  test('formulas, errors and dates are flagged where they stand', async () => {
    const bytes = xlsxOf([
      ['Name', 'Password', 'Group', 'Description'],
      [{ formula: 'A1&"x"', value: 'paris.lyon' }, { formula: 'RAND()' }, { error: '#DIV/0!' }, { date: 46_000 }],
    ])
    const { lines } = await readSheetFile('users.xlsx', bytes)
    expect(lines[1]?.cells).toEqual(['paris.lyon', '', '', '2025-12-09'])
    expect(lines[1]?.flags).toEqual([
      { column: 0, words: 'The cell is a formula: the value stored with it was taken.' },
      { column: 1, words: 'The cell is a formula without a stored value: it was left empty.' },
      { column: 2, words: 'The cell holds the error #DIV/0!: it was left empty.' },
      { column: 3, words: expect.stringContaining('A date in the sheet') },
    ])
  })

  test('a number keeps all its digits', async () => {
    const rows = sheetXml([['Name'], ['x']]).replace(
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve">x</t></is></c>',
      '<c r="A2"><v>12345678901234567890</v></c>',
    )
    const files = zipOf({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': rows,
    })
    expect(cellsOf(await readSheetFile('users.xlsx', files))).toEqual([['Name'], ['12345678901234567890']])
  })

  test('that is damaged or another archive is refused in words', async () => {
    const whole = xlsxOf([['Name'], ['paris.lyon']])
    await expect(readSheetFile('a.xlsx', whole.slice(0, -40))).rejects.toThrow('damaged')
    await expect(readSheetFile('a.docx', zipOf({ 'word/document.xml': '<w/>' }))).rejects.toThrow('no XLSX file')
  })

  test('any cut or changed byte is read or refused in words', async () => {
    const whole = xlsxOf([['Name'], ['paris.lyon']])
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice()
        changed[at] = byte
        const result = await readSheetFile('a.xlsx', changed).catch((error: unknown) => error)
        if (result instanceof Error) expect(result.constructor.name).toBe('UnreadableSheet')
      }),
    )
  })
})

test('what is packed for the reader is unpacked as it was', async () => {
  const file = fc.tuple(fc.stringMatching(/^[a-z/]{1,12}$/), fc.uint8Array({ maxLength: 200 }))
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 5 }), async (files) => {
      const given = new Map(files.map(([name, bytes]) => [name, new Uint8Array(bytes)]))
      const entries = zipEntries(new Uint8Array(await packStored(given)))
      const back = await Promise.all([...entries].map(async ([name, one]) => [name, await unpack(one, 1_000)] as const))
      expect(new Map(back)).toEqual(given)
    }),
  )
})
