/** One element of ASN.1 in its binary form: what it is, what is in it, and all of it. */
export type Der = { tag: number; content: Uint8Array; raw: Uint8Array }

const cutOff = () => new RangeError('The data is cut off.')

/** The element that begins at `start`; throws where the bytes end too early or the length makes no sense. */
const elementAt = (bytes: Uint8Array, start: number): Der => {
  const byte = (index: number): number => {
    const value = bytes[index]
    if (value === undefined) throw cutOff()
    return value
  }
  const first = byte(start + 1)
  let length = first
  let body = start + 2
  if (first >= 0x80) {
    const count = first - 0x80
    if (count < 1 || count > 4) throw new RangeError('The length is not one of DER.')
    length = 0
    for (let index = 0; index < count; index++) length = length * 256 + byte(body + index)
    body += count
  }
  const end = body + length
  if (end > bytes.length) throw cutOff()
  return { tag: byte(start), content: bytes.subarray(body, end), raw: bytes.subarray(start, end) }
}

/** The one element that the bytes are. */
export const readDer = (bytes: Uint8Array): Der => {
  const element = elementAt(bytes, 0)
  if (element.raw.length !== bytes.length) throw new RangeError('There is more than one element.')
  return element
}

/** The elements inside another, in order. */
export const partsOf = ({ content }: Pick<Der, 'content'>): Der[] => {
  const parts: Der[] = []
  for (let at = 0; at < content.length;) {
    const part = elementAt(content, at)
    parts.push(part)
    at += part.raw.length
  }
  return parts
}

/** A part that has to be there. */
export const part = (parts: readonly Der[], index: number): Der => {
  const found = parts[index]
  if (!found) throw cutOff()
  return found
}

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** An object identifier with its dots; the first two numbers share a byte. */
export const oidOf = ({ content }: Der): string => {
  const numbers: number[] = []
  let value = 0
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}

/** The inside of each PEM block of a kind, whose name may be a pattern; what is no base64 throws. */
export const pemBlocks = (text: string, kind: string): Uint8Array[] => {
  const shape = new RegExp(`-----BEGIN (${kind})-----([\\s\\S]*?)-----END \\1-----`, 'g')
  return Array.from(text.matchAll(shape), ([, , inside = '']) => {
    const bytes = atob(inside.replaceAll(/\s/g, ''))
    return Uint8Array.from(bytes, (character) => character.codePointAt(0) ?? 0)
  })
}
