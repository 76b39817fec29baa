import { createStore, useStore } from '../../../api/store.ts'

/** A key that was changed and has no effect before a reset: which connection, and when. Never the key. */
export type KeyChange = { cloudId: string; connectionId: string; changedAt: number }

const storageKey = 'vpn-console.key-changes'
/** Nobody goes back further; and a place in the browser should not fill for ever. */
const mostKept = 100

const isKeyChange = (value: unknown): value is KeyChange =>
  typeof value === 'object' &&
  value !== null &&
  'cloudId' in value &&
  typeof value.cloudId === 'string' &&
  'connectionId' in value &&
  typeof value.connectionId === 'string' &&
  'changedAt' in value &&
  typeof value.changedAt === 'number'

const restore = (): readonly KeyChange[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKeyChange).slice(0, mostKept) : []
  } catch {
    return []
  }
}

export const keyChanges = createStore<readonly KeyChange[]>(restore())

const keep = (next: readonly KeyChange[]) => {
  keyChanges.set(next)
  try {
    localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Without storage it is remembered as long as the page lives.
  }
}

const others = (cloudId: string, connectionId: string) =>
  keyChanges.get().filter((one) => one.cloudId !== cloudId || one.connectionId !== connectionId)

/** Remembers that a connection got a new key, until it is reset. */
export const rememberKeyChange = (cloudId: string, connectionId: string, now: number = Date.now()): void =>
  keep([{ cloudId, connectionId, changedAt: now }, ...others(cloudId, connectionId)].slice(0, mostKept))

export const forgetKeyChange = (cloudId: string, connectionId: string): void => {
  const rest = others(cloudId, connectionId)
  if (rest.length < keyChanges.get().length) keep(rest)
}

/** When a connection got a key that waits for a reset, as far as this browser knows; undefined where none does. */
export const useKeyChanges = (cloudId: string): ReadonlyMap<string, number> => {
  const changes = useStore(keyChanges)
  return new Map(changes.filter((one) => one.cloudId === cloudId).map((one) => [one.connectionId, one.changedAt]))
}
