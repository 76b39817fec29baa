import { Outlet } from 'react-router'
import { ErrorPage } from './ErrorPage.tsx'

/** For the few pages that stand alone, without the console around them. */
export const BareLayout = () => (
  <main>
    <Outlet />
  </main>
)

export const BareErrorPage = () => (
  <main>
    <ErrorPage />
  </main>
)
