import { lazy } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useLive } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { SettingsTab } from './SettingsTab.tsx'
import { signOnQuery } from './sign-on-queries.ts'
import { useUpdateDenied } from './use-update-denied.ts'

const GroupsTab = lazy(() => import('./GroupsTab.tsx'))

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, signOnQuery())

const pollMs = 60_000

export default function SignOnPage() {
  const updateDenied = useUpdateDenied()
  const live = useLive(signOnQuery(), () => pollMs)
  const { settings } = live.data
  return (
    <KitWords>
      <PageHeader
        title="Sign-on"
        description="People can sign in by an OpenID provider of your organization, and get roles by the groups it sends."
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <ActionButton
              variant={settings ? 'normal' : 'primary'}
              to={paths.signOnEdit()}
              disabledReason={updateDenied}
            >
              {settings ? 'Edit the settings' : 'Set up sign-on'}
            </ActionButton>
          </>
        }
      />
      {settings ? (
        <DetailTabs
          label="Parts of the sign-on"
          tabs={[
            { id: 'settings', label: 'Settings', content: <SettingsTab shown={live.data} settings={settings} /> },
            { id: 'groups', label: 'Groups and their roles', content: <GroupsTab /> },
          ]}
        />
      ) : (
        <p>No provider is set up: people sign in with passwords of the console.</p>
      )}
    </KitWords>
  )
}
