import type { Route } from '@vpn-console/api-client'
import { useState } from 'react'
import { firstLook, nextLook, type FollowedRoute } from './route-changes.ts'

type Look = { routes: readonly Route[] | undefined; followed: readonly FollowedRoute[] | undefined }

/** Routes with what became of each since the page was opened, and how to forget that. */
export const useFollowedRoutes = (routes: readonly Route[] | undefined, updatedAt: number) => {
  const [look, setLook] = useState<Look>({ routes: undefined, followed: undefined })
  let { followed } = look
  // A new answer is laid over the last one as it is drawn, so that no frame shows it half.
  if (routes && routes !== look.routes) {
    followed = followed ? nextLook(followed, routes, updatedAt) : firstLook(routes)
    setLook({ routes, followed })
  }
  return { followed, forget: () => setLook({ routes, followed: routes && firstLook(routes) }) }
}
