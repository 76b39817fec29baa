import { readSheet } from 'read-excel-file/universal'
import { prepareSheet } from './sheet-xml.ts'
import { toSheet, UnreadableSheet, type CellFlag, type Sheet } from './sheet.ts'
import { packStored, unpack, zipEntries, type ZipEntry } from './zip.ts'

// A sheet of 5,000 users has some 3 MB of XML; an archive may claim anything.
const mostUnpacked = 40_000_000

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const encode = (text: string) => new TextEncoder().encode(text)

const textWords = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

type FirstSheet = { path: string; name: string; position: number; count: number }

/** The first sheet of a workbook that is not hidden, which is the one that people see. */
const firstSheet = (workbook: string, relations: string): FirstSheet => {
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => ({
    tag,
    id: /\br:id="([^"]+)"/.exec(tag)?.[1] ?? /\bid="([^"]+)"/.exec(tag)?.[1],
  }))
  const position = Math.max(
    0,
    sheets.findIndex(({ tag }) => !/\bstate="/.test(tag) || tag.includes('state="visible"')),
  )
  const found = sheets[position]
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => /\bId="([^"]+)"/.exec(tag)?.[1] === found?.id)
  const target = relation === undefined ? undefined : /\bTarget="([^"]+)"/.exec(relation)?.[1]
  if (found === undefined || target === undefined) throw new UnreadableSheet('The XLSX file has no sheet in it.')
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  return { path, name: textWords(/\bname="([^"]*)"/.exec(found.tag)?.[1] ?? ''), position, count: sheets.length }
}

const dateWords =
  'A date in the sheet: it was taken as year-month-day, whatever the sheet showed. Format the cell as text.'

// Unknown: the reader's own types say that a date is a class.
const toText = (value: unknown): { text: string; words?: string } => {
  if (value === null || value === undefined) return { text: '' }
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), words: dateWords }
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' }
  return { text: typeof value === 'string' ? value : '' }
}

const needed = (name: string) =>
  /^(?:_rels\/|\[Content_Types\]|xl\/(?:workbook|sharedStrings|styles|_rels\/))/.test(name)

/** What the reader of cells gets: the first sheet alone, prepared, and what it refers to, all within the limit. */
const repack = async (entries: ReadonlyMap<string, ZipEntry>) => {
  let left = mostUnpacked
  const read = async (name: string) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    const bytes = await unpack(entry, left)
    left -= bytes.length
    return bytes
  }
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const name of entries.keys()) {
    const bytes = needed(name) ? await read(name) : undefined
    if (bytes) files.set(name, bytes)
  }
  const part = (name: string) => decode(files.get(name) ?? new Uint8Array())
  const sheet = firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels'))
  const bytes = await read(sheet.path)
  if (!bytes) throw new UnreadableSheet('The XLSX file is damaged: its first sheet is missing.')
  const { xml, flags } = prepareSheet(decode(bytes))
  files.set(sheet.path, encode(xml))
  return { sheet, flags, archive: await packStored(files) }
}

const readCells = async (archive: ArrayBuffer, position: number): Promise<readonly (readonly unknown[])[]> => {
  try {
    // Spaces at the ends of a password count. Numbers stay as they are written in the file, with all their digits.
    return await readSheet<string>(archive, position + 1, { trim: false, parseNumber: (text) => text })
  } catch {
    throw new UnreadableSheet('The cells of the XLSX file could not be read. Save the sheet as CSV UTF-8.')
  }
}

/** Reads the first sheet of an XLSX file. */
export const readXlsx = async (bytes: Uint8Array<ArrayBuffer>): Promise<Sheet> => {
  const entries = zipEntries(bytes)
  if (!entries.has('xl/workbook.xml')) {
    throw new UnreadableSheet('It is an archive but no XLSX file. Save the sheet as XLSX or as CSV UTF-8.')
  }
  const { sheet, flags, archive } = await repack(entries)
  const rows = await readCells(archive, sheet.position)
  const lines = rows.map((values, index) => {
    const texts = values.map(toText)
    const remarks: CellFlag[] = texts.flatMap(({ words }, column) => (words === undefined ? [] : [{ column, words }]))
    return {
      number: index + 1,
      cells: texts.map(({ text }) => text),
      flags: [...(flags.get(index + 1) ?? []), ...remarks],
    }
  })
  const others = sheet.count > 1 ? [`The workbook has ${sheet.count} sheets; “${sheet.name}” was read.`] : []
  return toSheet(lines, others)
}
