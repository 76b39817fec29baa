import { Link } from 'react-router'
import { useSession } from '../api/session.ts'
import { paths } from '../paths.ts'
import { errorText } from '../ui/error-words.ts'
import { showFlash } from '../ui/flashes.ts'
import { BarIcon } from './BarIcon.tsx'
import { BarMenu } from './BarMenu.tsx'
import styles from './BarMenu.module.css'
import { leave } from './leave.ts'

export const PersonMenu = () => {
  const { user, isVpnUser } = useSession()

  const stay = (error: unknown) => showFlash({ type: 'error', content: `You are still signed in. ${errorText(error)}` })

  return (
    <BarMenu label={`Signed in as ${user.name}`} button={<BarIcon name="person" />}>
      <div className={styles['note']}>
        Signed in as <strong>{user.name}</strong>
        <span className={styles['small']}>{user.roles.join(', ')}</span>
      </div>
      <div className={styles['divider']} />
      <Link to={paths.myAccount()} className={styles['item']}>
        My account
      </Link>
      {isVpnUser && (
        <Link to={paths.myVpn()} className={styles['item']}>
          My VPN access
        </Link>
      )}
      <button type="button" className={styles['item']} onClick={() => void leave().catch(stay)}>
        Sign out
      </button>
    </BarMenu>
  )
}
