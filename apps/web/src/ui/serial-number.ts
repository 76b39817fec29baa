export type SerialForms = { decimal: string; hex: string }

/**
 * A certificate's serial number in both bases: clients log it in decimal, OpenSSL prints it in hex. Digits alone are
 * decimal, as the cloud sends them; undefined where the text is no number.
 */
export const serialForms = (text: string): SerialForms | undefined => {
  const plain = text.trim()
  const digits = plain.replace(/^0x/i, '').replaceAll(':', '')
  const isDecimal = /^\d+$/.test(plain)
  if (!isDecimal && !/^[\da-f]+$/i.test(digits)) return undefined
  const value = BigInt(isDecimal ? plain : `0x${digits}`)
  const hex = value.toString(16).toUpperCase()
  // Whole bytes, as OpenSSL writes them.
  return { decimal: value.toString(), hex: hex.length % 2 === 0 ? hex : `0${hex}` }
}
