import { lazy } from 'react'
import { useSession } from '../../api/session.ts'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'

const PasswordTab = lazy(() => import('./PasswordTab.tsx'))
const SecondFactorTab = lazy(() => import('./second-factor/SecondFactorTab.tsx'))
const SessionsTab = lazy(() => import('./SessionsTab.tsx'))
const MyRolesTab = lazy(() => import('./MyRolesTab.tsx'))

export const crumb = 'My account'

export default function MyAccountPage() {
  const { user } = useSession()
  return (
    <KitWords>
      <PageHeader title="My account" description={`Signed in as ${user.name}`} />
      <DetailTabs
        label="Parts of my account"
        tabs={[
          { id: 'password', label: 'Password', content: <PasswordTab /> },
          { id: 'second-factor', label: 'Second factor', content: <SecondFactorTab /> },
          { id: 'sessions', label: 'Sessions', content: <SessionsTab /> },
          { id: 'roles', label: 'My roles', content: <MyRolesTab /> },
        ]}
      />
    </KitWords>
  )
}
