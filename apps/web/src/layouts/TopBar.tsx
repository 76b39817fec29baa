import type { Cloud } from '@vpn-console/api-client'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { Mark } from '../ui/Mark.tsx'
import { AppearanceMenu } from './AppearanceMenu.tsx'
import { BarIcon } from './BarIcon.tsx'
import { CertificateNotice } from './CertificateNotice.tsx'
import { CloudMenu } from './CloudMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { TasksMenu } from './TasksMenu.tsx'
import styles from './TopBar.module.css'

const FindDialog = lazy(() => import('./FindDialog.tsx'))

type TopBarProps = { cloud: Cloud | undefined; isNavOpen: boolean; onToggleNav: () => void }

export const TopBar = ({ cloud, isNavOpen, onToggleNav }: TopBarProps) => {
  const [isFinding, setFinding] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setFinding(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <header className={styles['bar']}>
      <button
        type="button"
        className={styles['button']}
        aria-label="Navigation"
        aria-expanded={isNavOpen}
        aria-controls={isNavOpen ? 'side-navigation' : undefined}
        onClick={onToggleNav}
      >
        <BarIcon name="menu" />
      </button>
      <Link to={paths.home()} className={styles['brand']} aria-label="VPN Console, to the start">
        <Mark size={26} />
        <span className={styles['name']}>VPN Console</span>
      </Link>
      <CloudMenu cloud={cloud} />
      <button type="button" className={styles['find']} onClick={() => setFinding(true)}>
        <BarIcon name="search" />
        <span className={styles['find-words']}>Find by name, id or address</span>
        <kbd aria-hidden="true" className={styles['keys']}>
          Ctrl K
        </kbd>
      </button>
      <div className={styles['end']}>
        {cloud && <CertificateNotice cloudId={cloud.id} />}
        <TasksMenu />
        <AppearanceMenu />
        <PersonMenu />
      </div>
      {isFinding && cloud && (
        <Suspense>
          <FindDialog cloudId={cloud.id} onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </header>
  )
}
