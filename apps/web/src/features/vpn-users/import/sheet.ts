/** A remark on one cell, shown beside the row it ends up in. */
export type CellFlag = { column: number; words: string }

export type SheetLine = {
  /** Its number in the file, from 1. */
  number: number
  cells: readonly string[]
  flags: readonly CellFlag[]
}

/** What was read: lines of text, without those that are empty. */
export type Sheet = {
  lines: readonly SheetLine[]
  /** What somebody should know of the file as a whole. */
  notes: readonly string[]
}

/** Why a file is no list of users, in words for whoever chose it. */
export class UnreadableSheet extends Error {}

// 500 users are all that a gateway takes: some 40 KB as CSV. Whatever is larger is another file, or has pictures in it.
export const mostFileBytes = 5_000_000
export const mostLines = 5_000
export const mostColumns = 60

const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** Why a file is not even opened; undefined where it is. */
export const sizeProblem = (name: string, bytes: number): string | undefined => {
  if (bytes === 0) return `${name} is empty.`
  if (bytes <= mostFileBytes) return undefined
  return `${name} has ${megabytes(bytes)}; at most ${megabytes(mostFileBytes)} are read. Keep only the sheet of users and save it as CSV.`
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '')

/** Keeps the lines with something in them, and refuses what is no list of users by its size. */
export const toSheet = (lines: readonly SheetLine[], notes: readonly string[]): Sheet => {
  const filled = lines.filter(({ cells }) => !isBlank(cells))
  if (filled.length === 0) throw new UnreadableSheet('There is nothing in it: no row has a value.')
  if (filled.length > mostLines) {
    const [found, most] = [filled.length, mostLines].map((count) => count.toLocaleString('en'))
    throw new UnreadableSheet(`It has ${found} rows; at most ${most} are read. Divide it into several files.`)
  }
  if (filled.some(({ cells }) => cells.length > mostColumns)) {
    throw new UnreadableSheet(`It has more than ${mostColumns} columns. Keep only those of the users.`)
  }
  return { lines: filled, notes }
}
