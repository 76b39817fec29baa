import { lazy, Suspense, useEffect } from 'react'
import { useLocation, useNavigate, useNavigation } from 'react-router'
import { hasUnsaved, signedOut } from '../api/signed-out.ts'
import { useStore } from '../api/store.ts'
import { paths } from '../paths.ts'
import { useEnding } from './use-ending.ts'

const SignInDialog = lazy(() => import('./SignInDialog.tsx'))
const IdleNotice = lazy(() => import('./IdleNotice.tsx'))

/** Meets the end of a session: by way of the sign-in page, or in a dialog where the page holds something unsaved. */
export const SessionGuard = () => {
  const state = useStore(signedOut)
  const navigate = useNavigate()
  const here = useLocation()
  // Whoever was on the way to another page comes out there, not where he left.
  const { pathname, search } = useNavigation().location ?? here
  const ending = useEnding()
  const isInside = /^\/(clouds|administration|account|help-yourself\/mine)\b/.test(pathname)

  useEffect(() => {
    if (state !== 'leave' || !isInside) return
    if (hasUnsaved()) {
      signedOut.set('ask')
      return
    }
    void navigate(paths.signIn(`${pathname}${search}`), { replace: true })
  }, [state, isInside, pathname, search, navigate])

  if (!isInside) return null
  return <Suspense>{state === 'ask' ? <SignInDialog /> : ending && <IdleNotice ending={ending} />}</Suspense>
}
