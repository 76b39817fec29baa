import { createStore } from './store.ts'

/** For how long somebody counts as there after he last touched the page. */
export const thereMs = 3 * 60_000

let lastInputAt = Date.now()

// Moving a pointer is no sign: a table that shakes moves it as well.
const inputs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Follows whether somebody is there, until the returned function is called. */
export const watchPresence = (): (() => void) => {
  const note = () => {
    lastInputAt = Date.now()
  }
  // Passive and first of all: it only looks, and nothing on the page can hide an input from it.
  const options = { capture: true, passive: true }
  for (const type of inputs) window.addEventListener(type, note, options)
  return () => {
    for (const type of inputs) window.removeEventListener(type, note, options)
  }
}

/** Whether nobody has touched the page for some minutes. */
export const isUnattended = (): boolean => Date.now() - lastInputAt > thereMs

/** When the session ends if nobody does anything, by this machine's clock; undefined while that is not known. */
export const sessionEnd = createStore<number | undefined>(undefined)

/** Takes the seconds that an answer names. */
export const noteSessionEnd = (seconds: string | null) => {
  if (seconds !== null && /^\d+$/.test(seconds)) sessionEnd.set(Date.now() + Number(seconds) * 1000)
}
