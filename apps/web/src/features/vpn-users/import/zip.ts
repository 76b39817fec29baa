import { UnreadableSheet } from './sheet.ts'

export type ZipEntry = { name: string; method: number; compressed: Uint8Array<ArrayBuffer> }

const damaged = () => new UnreadableSheet('The XLSX file is damaged: it could not be unpacked. Save it again.')

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

const findEnd = (view: DataView): number => {
  // The last record is 22 bytes and a comment of at most 65,535.
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === endMark) return at
  }
  throw damaged()
}

const entryAt = (bytes: Uint8Array<ArrayBuffer>, view: DataView, at: number) => {
  if (view.getUint32(at, true) !== entryMark) throw damaged()
  const nameLength = view.getUint16(at + 28, true)
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
  const local = view.getUint32(at + 42, true)
  if (view.getUint32(local, true) !== localMark) throw damaged()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const compressed = bytes.subarray(start, start + view.getUint32(at + 20, true))
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  return { entry: { name, method: view.getUint16(at + 10, true), compressed }, next }
}

/** What is in an archive, by its own directory; nothing is unpacked yet. */
export const zipEntries = (bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, ZipEntry> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, ZipEntry>()
  try {
    const end = findEnd(view)
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count--) {
      const { entry, next } = entryAt(bytes, view, at)
      entries.set(entry.name, entry)
      at = next
    }
  } catch (error) {
    // Whatever points past the end of the file.
    throw error instanceof RangeError ? damaged() : error
  }
  return entries
}

const tooLarge = () =>
  new UnreadableSheet('The XLSX file unpacks to more than is read. Keep only the sheet of users, or save it as CSV.')

/** Unpacks one entry, and stops where it grows past `most` bytes, whatever the archive says of its size. */
export const unpack = async ({ method, compressed }: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  if (method === 0) {
    if (compressed.length > most) throw tooLarge()
    return compressed
  }
  if (method !== 8) throw damaged()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const reader = new Blob([compressed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw damaged()
    })
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel()
      throw tooLarge()
    }
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

const record = (size: number, fill: (view: DataView) => void) => {
  const view = new DataView(new ArrayBuffer(size))
  fill(view)
  return new Uint8Array(view.buffer)
}

/** An archive of these files, stored as they are. Check sums are left out: nobody but our own reader opens it. */
export const packStored = (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Promise<ArrayBuffer> => {
  const locals: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const [name, content] of files) {
    const nameBytes = new TextEncoder().encode(name)
    const offset = at
    const local = record(30, (view) => {
      view.setUint32(0, localMark, true)
      view.setUint32(18, content.length, true)
      view.setUint32(22, content.length, true)
      view.setUint16(26, nameBytes.length, true)
    })
    const entry = record(46, (view) => {
      view.setUint32(0, entryMark, true)
      view.setUint32(20, content.length, true)
      view.setUint32(24, content.length, true)
      view.setUint16(28, nameBytes.length, true)
      view.setUint32(42, offset, true)
    })
    locals.push(local, nameBytes, content)
    directory.push(entry, nameBytes)
    at += local.length + nameBytes.length + content.length
  }
  const end = record(22, (view) => {
    view.setUint32(0, endMark, true)
    view.setUint16(8, files.size, true)
    view.setUint16(10, files.size, true)
    view.setUint32(
      12,
      directory.reduce((sum, { length }) => sum + length, 0),
      true,
    )
    view.setUint32(16, at, true)
  })
  return new Blob([...locals, ...directory, end]).arrayBuffer()
}
