import { createStore } from './store.ts'

/**
 * How the end of a session is met: `leave` goes to the sign-in page and comes back; `ask` opens a sign-in dialog over
 * the page, because something typed or just sent would be lost otherwise.
 */
export type SignedOut = 'no' | 'leave' | 'ask'

export const signedOut = createStore<SignedOut>('no')

const unsaved = new Set<symbol>()

/** Marks a form as changed until the returned function is called. */
export const holdUnsaved = (): (() => void) => {
  const mark = Symbol('unsaved')
  unsaved.add(mark)
  return () => unsaved.delete(mark)
}

export const hasUnsaved = () => unsaved.size > 0

/** Called by the transport, whichever call met the end of the session first. */
export const reportSignedOut = (byChange: boolean) => {
  if (signedOut.get() === 'ask') return
  signedOut.set(byChange || hasUnsaved() ? 'ask' : 'leave')
}
