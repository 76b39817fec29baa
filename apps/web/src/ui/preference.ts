const prefix = 'vpn-console.'

/** A remembered preference, or undefined where there is none, it is of an older kind, or storage is forbidden. */
export const readPreference = <T>(key: string, isValid: (value: unknown) => value is T): T | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return isValid(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const writePreference = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs the memory of a preference, nothing else.
  }
}
