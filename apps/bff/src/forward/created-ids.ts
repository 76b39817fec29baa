const idOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? [value.id] : []

/** The ids of what a 201 says was created, for the audit row. */
export const createdIds = (status: number, text: string): string | undefined => {
  if (status !== 201) return undefined
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof body !== 'object' || body === null) return undefined
  const ids = Object.values(body).flatMap((value: unknown) =>
    Array.isArray(value) ? value.flatMap(idOf) : idOf(value),
  )
  return ids.length > 0 ? ids.join(' ').slice(0, 128) : undefined
}
