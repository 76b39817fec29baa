/** Holds nothing but when: storing it is what the other windows are told of. */
const key = 'vpn-console.signed-in'

/** Tells the other windows of this browser that a sign-in was made here. */
export const tellSignedIn = () => {
  try {
    window.localStorage.setItem(key, String(Date.now()))
  } catch {
    // A browser that stores nothing tells nobody; they look when they are come back to.
  }
}

/** Calls back when another window tells of a sign-in, or this one is come back to; until the returned function is called. */
export const onSignedInElsewhere = (look: () => void): (() => void) => {
  const onStored = (event: StorageEvent) => {
    if (event.key === key) look()
  }
  window.addEventListener('storage', onStored)
  window.addEventListener('focus', look)
  return () => {
    window.removeEventListener('storage', onStored)
    window.removeEventListener('focus', look)
  }
}
