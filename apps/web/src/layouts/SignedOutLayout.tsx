import { Outlet } from 'react-router'
import { Mark } from '../ui/Mark.tsx'
import styles from './SignedOutLayout.module.css'

/** The pages outside the console: a card on a drawing of what it is about. */
export const SignedOutLayout = () => (
  <div className={styles['page']}>
    <svg className={styles['drawing']} viewBox="0 0 1200 800" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((row) => (
        <g key={row}>
          <path d={`M-40 ${120 + row * 150}H360c120 0 120 ${300 - row * 75} 240 ${300 - row * 75}H1240`} />
          <circle cx="360" cy={120 + row * 150} r="5" />
        </g>
      ))}
    </svg>
    <main className={styles['card']}>
      <div className={styles['brand']}>
        <Mark size={30} />
        <span>VPN Console</span>
      </div>
      <Outlet />
    </main>
  </div>
)
