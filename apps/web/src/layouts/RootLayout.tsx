import { Outlet, useNavigation } from 'react-router'
import { SessionGuard } from './SessionGuard.tsx'
import styles from './RootLayout.module.css'

export const RootLayout = () => {
  const isLoading = useNavigation().state === 'loading'
  return (
    <>
      {isLoading && (
        <output className={styles['progress']}>
          <span className="visually-hidden">Loading the page</span>
          <span className={styles['bar']} />
        </output>
      )}
      <Outlet />
      <SessionGuard />
    </>
  )
}
