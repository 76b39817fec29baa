import { createStore } from '../api/store.ts'

export type Flash = {
  id: string
  type: 'success' | 'info' | 'warning' | 'error'
  content: string
  /** Where to look next. */
  link?: { text: string; to: string } | undefined
}

export const flashes = createStore<readonly Flash[]>([])

/** More than this would push the page away; the oldest go first. */
const mostFlashes = 4

let count = 0

export const showFlash = (flash: Omit<Flash, 'id'>): void => {
  count += 1
  const id = `flash-${count}`
  flashes.set((current) => [{ ...flash, id }, ...current].slice(0, mostFlashes))
}

export const dismissFlash = (id: string): void => {
  flashes.set((current) => current.filter((flash) => flash.id !== id))
}
