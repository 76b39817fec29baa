import { UnreadableSheet } from './sheet.ts'

export type DecodedText = {
  text: string
  /** What to look at where the encoding had to be guessed. */
  note?: string
}

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte)

const decodeAs = (encoding: string, bytes: Uint8Array) => new TextDecoder(encoding, { fatal: true }).decode(bytes)

const tryAs = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return decodeAs(encoding, bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: most of its text is Latin, so that every second byte is zero. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  const zeros = [0, 0]
  const length = Math.min(bytes.length, 4_096)
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length / 5 && even < length / 50) return 'utf-16le'
  return even > length / 5 && odd < length / 50 ? 'utf-16be' : undefined
}

// Bytes that no text has, in whichever encoding of single bytes.
const isBinary = (text: string) => /[^\P{Cc}\t\n\v\f\r\x7f-\x9f]/u.test(text)

/** The text of a file in the encodings that spreadsheets write; what is none of them is refused in words. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const marked = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : undefined
  const wide = marked ?? guessUtf16(bytes)
  if (wide) {
    const text = tryAs(wide, bytes)
    if (text === undefined || isBinary(text)) {
      throw new UnreadableSheet('It begins like UTF-16 text but is damaged. Save it as CSV UTF-8.')
    }
    return { text, note: 'The file is UTF-16 text and was converted.' }
  }
  const text = tryAs('utf-8', bytes)
  if (text !== undefined && !isBinary(text)) return { text }
  const western = decodeAs('windows-1252', bytes)
  if (text !== undefined || isBinary(western)) {
    throw new UnreadableSheet('It is neither text nor an XLSX file. Save the sheet as CSV UTF-8 or as XLSX.')
  }
  return {
    text: western,
    note: 'The file is not UTF-8 and was read as Windows-1252 (Western Europe). Look at letters with accents; if they are wrong, save it as CSV UTF-8.',
  }
}
