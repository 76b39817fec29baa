const unreserved = /^[A-Za-z0-9\-._~]*$/

/** Percent-encodes all but `A-Z a-z 0-9 - . _ ~`, byte by byte in UTF-8, with upper-case digits. */
export const percentEncode = (value: string): string =>
  unreserved.test(value)
    ? value
    : encodeURIComponent(value).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Undoes percent-encoding; a broken escape stays as it stands, since the sender meant some text by it. */
export const percentDecode = (value: string): string => {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
