import { Link, useMatches } from 'react-router'
import type { RouteHandle } from '../page.ts'
import styles from './Breadcrumbs.module.css'

const isRouteHandle = (handle: unknown): handle is RouteHandle => typeof handle === 'object' && handle !== null

/** The way to this page, from the crumbs of its routes. The page's own name is its heading, so it is no link. */
export const Breadcrumbs = () => {
  const trail = useMatches().flatMap(({ id, pathname, handle }) =>
    isRouteHandle(handle) && handle.crumb !== undefined ? [{ id, pathname, crumb: handle.crumb }] : [],
  )
  if (trail.length < 2) return null
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles['trail']}>
        {trail.map(({ id, pathname, crumb: Crumb }, index) => {
          const words = typeof Crumb === 'string' ? Crumb : <Crumb />
          const isLast = index === trail.length - 1
          return (
            <li key={id} className={styles['crumb']}>
              {isLast ? (
                <span aria-current="page">{words}</span>
              ) : (
                <Link to={pathname} className="link">
                  {words}
                </Link>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
