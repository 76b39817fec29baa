/** The number that a text field holds; NaN for anything but digits, so that the schema refuses it in words. */
export const wholeOf = (text: string): number => {
  const trimmed = text.trim()
  return /^\d{1,15}$/.test(trimmed) ? Number(trimmed) : Number.NaN
}
