import { useQuery } from '@tanstack/react-query'
import { lazy, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { isGone } from '../../api/gone.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied, useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { GrantEditor } from '../../ui/grants/GrantEditor.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { personActions, type PersonDialog } from './person-actions.ts'
import { personQuery } from './person-queries.ts'
import { PersonDialogs } from './PersonDialogs.tsx'
import { PersonOverview } from './PersonOverview.tsx'

const PersonSessionsTab = lazy(() => import('./PersonSessionsTab.tsx'))
const PersonLinksTab = lazy(() => import('./PersonLinksTab.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, personQuery(params['personId'] ?? ''))

export const crumb = function PersonCrumb() {
  const { personId = '' } = useParams()
  return useQuery(personQuery(personId)).data?.name ?? 'Person'
}

const pollMs = 60_000

export default function PersonPage() {
  const { personId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useConsoleDenied()
  const { user } = useSession()
  const live = useLive(personQuery(personId), () => pollMs)
  const [dialog, setDialog] = useState<PersonDialog>()
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const person = live.data
  const { name } = person
  const [edit, ...more] = personActions({ person, ownId: user.id, denied, open: setDialog })

  return (
    <KitWords>
      <PageHeader
        title={name}
        description={person.contact || undefined}
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <Menu look="button" button="Actions" label={`Actions for ${name}`} actions={more} />
            <ActionButton variant="primary" onClick={() => setDialog('edit')} disabledReason={edit?.disabledReason}>
              Edit
            </ActionButton>
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          { id: 'overview', label: 'Overview', content: <PersonOverview person={person} /> },
          {
            id: 'roles',
            label: 'Roles',
            content: <GrantEditor subject={{ type: 'person', id: person.id, name }} />,
            disabledReason: denied('console:grants:list'),
          },
          {
            id: 'sessions',
            label: 'Sessions',
            content: <PersonSessionsTab person={person} onSignOut={() => setDialog('sign-out')} />,
          },
          { id: 'links', label: 'Links', content: <PersonLinksTab person={person} /> },
        ]}
      />
      <PersonDialogs
        open={dialog && { dialog, person }}
        onClose={() => setDialog(undefined)}
        onDeleted={() => void navigate(paths.people())}
      />
    </KitWords>
  )
}
