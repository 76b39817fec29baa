const begin = '-----BEGIN CERTIFICATE-----'
const end = '-----END CERTIFICATE-----'

/** Whether base64 holds one whole ASN.1 sequence, which every certificate is: a text that was cut off does not. */
const isWholeSequence = (base64: string): boolean => {
  let bytes: string
  try {
    bytes = atob(base64)
  } catch {
    return false
  }
  const at = (index: number) => bytes.codePointAt(index) ?? 0
  if (at(0) !== 0x30) return false
  const first = at(1)
  if (first < 0x80) return bytes.length === 2 + first
  const count = first - 0x80
  if (count < 1 || count > 4) return false
  let length = 0
  for (let index = 0; index < count; index++) length = length * 256 + at(2 + index)
  return bytes.length === 2 + count + length
}

const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----\s*|$)/g

/** The text without the private keys in it: they stay with their owner, also when a whole bundle is pasted. */
export const withoutPrivateKeys = (text: string): string => text.replaceAll(privateKey, '')

/** What is wrong with the text of a certificate, in words; undefined where it can be sent. */
export const certificateTextProblem = (text: string, mostCharacters: number): string | undefined => {
  const blocks = text.split(begin).slice(1)
  if (blocks.length === 0) return `This is no certificate in PEM form, which begins with ${begin}.`
  for (const block of blocks) {
    const [inside = '', ...rest] = block.split(end)
    if (rest.length === 0) return `The line ${end} is missing: copy the certificate to its end.`
    if (!isWholeSequence(inside.replaceAll(/\s/g, ''))) {
      return 'The certificate is cut off or damaged: copy it whole, without changing its lines.'
    }
  }
  return text.length > mostCharacters
    ? `This is ${text.length.toLocaleString('en')} characters long; the cloud takes ${mostCharacters.toLocaleString('en')}. Give the CA certificate alone, without others and without comments.`
    : undefined
}

/** A file's text as PEM: one in binary form (DER) is written as text, any other is taken as it is. */
export const pemFromFile = (bytes: Uint8Array): string => {
  if (bytes[0] !== 0x30) return new TextDecoder().decode(bytes).trim()
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
  return [begin, ...(base64.match(/.{1,64}/g) ?? []), end].join('\n')
}
