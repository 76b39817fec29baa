/** Random bytes that nobody can guess, for keys, passwords and ids. */
export const randomBytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))
