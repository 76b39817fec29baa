import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { sizeProblem, UnreadableSheet, type Sheet } from './sheet.ts'

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)

/** Reads a file by what is in it: its name and type are whatever somebody gave it. */
export const readSheetFile = async (name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sheet> => {
  const problem = sizeProblem(name, bytes.length)
  if (problem !== undefined) throw new UnreadableSheet(problem)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    throw new UnreadableSheet(
      'It is an old XLS file, or one with a password. Save it as XLSX without a password, or as CSV UTF-8.',
    )
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes)
  const { text, note } = decodeText(bytes)
  return readCsv(text, note === undefined ? [] : [note])
}

/** Reads what was pasted from a spreadsheet. */
export const readSheetText = (text: string): Sheet => {
  const problem = sizeProblem('The text', text.length)
  if (problem !== undefined) throw new UnreadableSheet(problem)
  return readCsv(text)
}
