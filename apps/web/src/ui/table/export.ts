import type { Column, Row } from './columns.ts'

// A cell that starts with one of these (the wide ones are those of East Asian keyboards) is run as a formula by
// spreadsheets; an apostrophe makes it text again. One more where the text itself has some there, so that it comes back.
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/

// Spaces at the ends, too: some readers drop them where there are no quotes.
const needsQuotes = /[",\t\r\n]|^ | $/

/** One CSV cell: quoted where needed, and never a formula. Numbers stay numbers. */
export const csvCell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const text = formulaStart.test(value) ? `'${value}` : value
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV with a header line, lines ended as RFC 4180 has it. */
export const toCsv = <T>(rows: readonly Row<T>[], columns: readonly Column<T>[]): string =>
  [
    columns.map(({ header }) => csvCell(header)),
    ...rows.map(({ values }) => columns.map(({ id }) => csvCell(values[id] ?? ''))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('')

/** Rows as JSON: the objects as the cloud gave them, for whoever goes on with a script. */
export const toJson = <T>(rows: readonly Row<T>[]): string =>
  `${JSON.stringify(
    rows.map(({ item }) => item),
    null,
    2,
  )}\n`

/** Hands a text to the browser as a file. */
export const download = (fileName: string, type: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
