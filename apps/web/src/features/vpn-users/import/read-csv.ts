import Papa from 'papaparse'
import { toSheet, UnreadableSheet, type Sheet } from './sheet.ts'

const delimiterWords: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' }

const countOf = (line: string, delimiter: string) => line.replaceAll(/"[^"]*"/g, '').split(delimiter).length - 1

/** The delimiter that the first lines have alike. Passwords are full of the others, so that more lines tell less. */
const guessDelimiter = (text: string): string => {
  const [first = '', second = first] = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
  const found = ['\t', ';', ',', '|'].map((delimiter) => {
    const count = countOf(first, delimiter)
    return { delimiter, count, isAlike: count > 0 && count === countOf(second, delimiter) }
  })
  const [best] = found.toSorted((a, b) => Number(b.isAlike) - Number(a.isAlike) || b.count - a.count)
  return best === undefined || best.count === 0 ? ',' : best.delimiter
}

/** The delimiter that a spreadsheet wrote into the first line itself. */
const declared = (text: string) => /^sep=(.)\r?\n/i.exec(text)

/** Reads text with delimiters: a CSV file, or what a spreadsheet puts on the clipboard. */
export const readCsv = (text: string, notes: readonly string[] = []): Sheet => {
  const line = declared(text)
  const body = line ? text.slice(line[0].length) : text
  const first = line ? 1 : 0
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    delimiter: line?.[1] ?? guessDelimiter(body),
    skipEmptyLines: false,
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken) {
    const where = broken.row === undefined ? '' : ` in row ${broken.row + 1 + first}`
    throw new UnreadableSheet(`A quotation mark${where} is never closed, or has text after it. Correct it in the file.`)
  }
  const words = delimiterWords[meta.delimiter]
  const lines = data.map((cells, index) => ({ number: index + 1 + first, cells, flags: [] }))
  return toSheet(lines, words === undefined ? notes : [...notes, `Its columns are separated by ${words}.`])
}
