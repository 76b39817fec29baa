import type { CloudAccountView } from '@vpn-console/api-client'
import { lazy, Suspense, useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { accountColumns } from './account-columns.tsx'
import { accountList } from './account-queries.ts'
import { accountRefuses } from './account-words.ts'

const DeleteAccount = lazy(() => import('./DeleteAccount.tsx'))
const SwitchAccount = lazy(() => import('./SwitchAccount.tsx'))

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, accountList())

const pollMs = 60_000

type Dialog = { kind: 'delete' | 'switch'; account: CloudAccountView }

export default function AccountListPage() {
  const denied = useConsoleDenied()
  const live = useLive(accountList(), () => pollMs)
  const [dialog, setDialog] = useState<Dialog>()
  const close = () => setDialog(undefined)
  const addButton = (
    <ActionButton
      variant="primary"
      to={paths.cloudAccountNew()}
      disabledReason={denied('console:cloudAccounts:create')}
    >
      Add cloud account
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        title="Cloud accounts"
        count={String(live.data.cloud_accounts.length)}
        description="Which clouds the console speaks to: each is an account, a region and a project. Their keys are kept sealed and never shown again."
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            {addButton}
          </>
        }
      />
      <ResourceTable
        id="cloud-accounts"
        words={{ one: 'cloud account', many: 'cloud accounts' }}
        items={live.data.cloud_accounts}
        columns={accountColumns}
        idOf={({ id }) => id}
        nameOf={({ name, region }) => `${name} ${region}`}
        sortedBy="name"
        empty={{ text: 'Without one the console has no cloud to show.', action: addButton }}
        actionsOf={(account) => [
          {
            id: 'edit',
            text: 'Edit',
            to: paths.cloudAccountEdit(account.id),
            disabledReason: denied('console:cloudAccounts:update') ?? accountRefuses(account),
          },
          {
            id: 'keys',
            text: 'Replace keys',
            to: paths.cloudAccountKeys(account.id),
            disabledReason: denied('console:cloudAccounts:rotate') ?? accountRefuses(account),
          },
          {
            id: 'switch',
            text: account.state === 'disabled' ? 'Enable' : 'Disable',
            onChoose: () => setDialog({ kind: 'switch', account }),
            disabledReason: denied('console:cloudAccounts:disable') ?? accountRefuses(account),
          },
          {
            id: 'delete',
            text: 'Delete',
            onChoose: () => setDialog({ kind: 'delete', account }),
            disabledReason: denied('console:cloudAccounts:delete') ?? accountRefuses(account),
          },
        ]}
      />
      <Suspense>
        {dialog?.kind === 'delete' && <DeleteAccount account={dialog.account} onClose={close} />}
        {dialog?.kind === 'switch' && <SwitchAccount account={dialog.account} onClose={close} />}
      </Suspense>
    </>
  )
}
