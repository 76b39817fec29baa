import { signOut } from '../api/session.ts'
import { paths } from '../paths.ts'

/** Signs out, at the provider too where one was used. */
export const leave = async (): Promise<void> => {
  const next = await signOut()
  // A fresh page: nothing of the session stays in its memory.
  window.location.assign(next ?? paths.signedOut())
}
