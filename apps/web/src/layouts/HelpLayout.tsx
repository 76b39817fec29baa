import { Outlet } from 'react-router'
import { Mark } from '../ui/Mark.tsx'
import styles from './HelpLayout.module.css'

/** The pages of VPN users: nothing of the console is around them. */
export const HelpLayout = () => (
  <div className={styles['page']}>
    <main className={styles['card']}>
      <div className={styles['brand']}>
        <Mark size={30} />
        <span>VPN access</span>
      </div>
      <Outlet />
    </main>
  </div>
)
