import type { DefaultValues, FieldValues } from 'react-hook-form'

const prefix = 'vpn-console.draft.'

/** Fields of these names are never kept, however deep they lie. */
const alwaysSecret = ['psk', 'pskAgain', 'password', 'privateKey']

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was typed over the defaults: fields that the form no longer has, or has as another kind, are left out. */
export const mergeDraft = (defaults: unknown, draft: unknown): unknown => {
  if (draft === undefined) return defaults
  if (isRecord(defaults)) {
    if (!isRecord(draft)) return defaults
    return Object.fromEntries(Object.entries(defaults).map(([key, value]) => [key, mergeDraft(value, draft[key])]))
  }
  if (Array.isArray(defaults)) return Array.isArray(draft) ? draft : defaults
  return typeof defaults === typeof draft ? draft : defaults
}

/** A form's values as text, without its secrets. */
export const draftText = (values: FieldValues, secretFields: readonly string[] = []): string => {
  const secrets = new Set([...alwaysSecret, ...secretFields])
  return JSON.stringify(values, (key, value: unknown) => (secrets.has(key) ? undefined : value))
}

export const saveDraft = (key: string, values: FieldValues, secretFields?: readonly string[]): void => {
  try {
    sessionStorage.setItem(prefix + key, draftText(values, secretFields))
  } catch {
    // Without storage a reload loses what was typed; the form itself goes on.
  }
}

export const hasDraft = (key: string | undefined): boolean => {
  try {
    return key !== undefined && sessionStorage.getItem(prefix + key) !== null
  } catch {
    return false
  }
}

export const clearDraft = (key: string | undefined): void => {
  try {
    if (key !== undefined) sessionStorage.removeItem(prefix + key)
  } catch {
    // What could not be stored need not be removed.
  }
}

/** The defaults of a form with what was typed before a reload. */
export const withDraft = <V extends FieldValues>(key: string | undefined, defaults: V): DefaultValues<V> => {
  try {
    const text = key === undefined ? null : sessionStorage.getItem(prefix + key)
    // The merge keeps the kinds of the defaults.
    return (text === null ? defaults : mergeDraft(defaults, JSON.parse(text))) as DefaultValues<V>
  } catch {
    return defaults as DefaultValues<V> // whole values are defaults too
  }
}
