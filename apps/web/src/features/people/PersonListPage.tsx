import type { PersonView } from '@vpn-console/api-client'
import { useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied, useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { personActions, type PersonDialog } from './person-actions.ts'
import { personColumns } from './person-columns.tsx'
import { personList } from './person-queries.ts'
import { PersonDialogs } from './PersonDialogs.tsx'

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, personList())

const pollMs = 60_000

export default function PersonListPage() {
  const denied = useConsoleDenied()
  const { user } = useSession()
  const live = useLive(personList(), () => pollMs)
  const [open, setOpen] = useState<{ dialog: PersonDialog; person: PersonView }>()
  const inviteButton = (
    <ActionButton variant="primary" to={paths.personInvite()} disabledReason={denied('console:people:invite')}>
      Invite a person
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        title="People"
        count={String(live.data.people.length)}
        description="Who signs in to the console. VPN users are no people of the console: they are with their servers."
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            {inviteButton}
          </>
        }
      />
      <ResourceTable
        id="people"
        words={{ one: 'person', many: 'people' }}
        items={live.data.people}
        columns={personColumns}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sortedBy="name"
        empty={{ text: 'Invite the people you work with.', action: inviteButton }}
        actionsOf={(person) =>
          personActions({ person, ownId: user.id, denied, open: (dialog) => setOpen({ dialog, person }) })
        }
      />
      <PersonDialogs open={open} onClose={() => setOpen(undefined)} />
    </>
  )
}
