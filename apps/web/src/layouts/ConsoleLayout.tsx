import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router'
import { lastCloudOf, rememberCloud } from '../api/last-cloud.ts'
import { useCloudId } from '../api/operation-query.ts'
import { useSession } from '../api/session.ts'
import { useStore } from '../api/store.ts'
import { flashes } from '../ui/flashes.ts'
import { readPreference, writePreference } from '../ui/preference.ts'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import styles from './ConsoleLayout.module.css'
import { NotFoundPage } from './NotFoundPage.tsx'
import { SideNav } from './SideNav.tsx'
import { TaskFollower } from './TaskFollower.tsx'
import { TopBar } from './TopBar.tsx'

const FlashArea = lazy(() => import('./FlashArea.tsx'))

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const narrow = () => matchMedia('(max-width: 900px)').matches

/** After a navigation the new page's heading has the focus, so that keyboard and screen reader begin there. */
const useHeadingFocus = () => {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const focused = useRef(pathname)
  useEffect(() => {
    if (state !== 'idle' || focused.current === pathname) return
    focused.current = pathname
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname, state])
}

export const ConsoleLayout = () => {
  const cloudId = useCloudId()
  const session = useSession()
  const hasFlashes = useStore(flashes).length > 0
  const [isNavOpen, setNavOpen] = useState(() => !narrow() && (readPreference('navigation', isFlag) ?? true))
  useHeadingFocus()
  // The pages of the administration are about no cloud; the way back leads to the last one.
  const isAboutCloud = cloudId !== ''
  const cloud = isAboutCloud ? session.clouds.find(({ id }) => id === cloudId) : lastCloudOf(session)
  useEffect(() => {
    if (isAboutCloud && cloud) rememberCloud(cloud.id)
  }, [isAboutCloud, cloud])

  const toggleNav = () => {
    setNavOpen(!isNavOpen)
    if (!narrow()) writePreference('navigation', !isNavOpen)
  }

  return (
    <div className={styles['console']}>
      <a className={styles['skip']} href="#main">
        Skip to the content
      </a>
      <TopBar cloud={cloud} isNavOpen={isNavOpen} onToggleNav={toggleNav} />
      <div className={styles['body']}>
        {isNavOpen && (
          <SideNav
            session={session}
            cloud={cloud}
            onFollow={() => {
              if (narrow()) setNavOpen(false)
            }}
          />
        )}
        <main id="main" tabIndex={-1} className={styles['main']}>
          {hasFlashes && (
            <Suspense>
              <FlashArea />
            </Suspense>
          )}
          <Breadcrumbs />
          <Suspense>{cloud || !isAboutCloud ? <Outlet /> : <NotFoundPage />}</Suspense>
        </main>
      </div>
      <TaskFollower />
    </div>
  )
}
