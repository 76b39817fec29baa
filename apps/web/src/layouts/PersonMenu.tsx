import { signOut, useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { errorText } from '../ui/error-words.ts'
import { showFlash } from '../ui/flashes.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'

export const PersonMenu = () => {
  const { user } = useSession()

  const leave = async () => {
    try {
      await signOut()
      // A fresh page: nothing of the session stays in its memory.
      window.location.assign(paths.signedOut())
    } catch (error) {
      showFlash({ type: 'error', content: `You are still signed in. ${errorText(error)}` })
    }
  }

  return (
    <BarMenu label={`Signed in as ${user.name}`} button={<BarIcon name="person" />}>
      <div className={styles['note']}>
        Signed in as <strong>{user.name}</strong>
        <span className={styles['small']}>{user.roles.join(', ')}</span>
      </div>
      <div className={styles['divider']} />
      <button type="button" className={styles['item']} onClick={() => void leave()}>
        Sign out
      </button>
    </BarMenu>
  )
}
