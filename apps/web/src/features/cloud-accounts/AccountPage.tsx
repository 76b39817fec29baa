import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useParams, type LoaderFunctionArgs } from 'react-router'
import { isGone } from '../../api/gone.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { accountQuery } from './account-queries.ts'
import { accountRefuses, vendorWords } from './account-words.ts'
import { AccountOverview } from './AccountOverview.tsx'

const AccessTab = lazy(() => import('./AccessTab.tsx'))
const PermissionsTab = lazy(() => import('./PermissionsTab.tsx'))
const PolicyView = lazy(async () => ({ default: (await import('./PolicyView.tsx')).PolicyView }))
const DeleteAccount = lazy(() => import('./DeleteAccount.tsx'))
const SwitchAccount = lazy(() => import('./SwitchAccount.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, accountQuery(params['accountId'] ?? ''))

export const crumb = function AccountCrumb() {
  const { accountId = '' } = useParams()
  return useQuery(accountQuery(accountId)).data?.name ?? 'Cloud account'
}

const pollMs = 60_000

export default function AccountPage() {
  const { accountId = '' } = useParams()
  const navigate = useNavigate()
  const denied = useConsoleDenied()
  const live = useLive(accountQuery(accountId), () => pollMs)
  const [dialog, setDialog] = useState<'delete' | 'switch'>()
  // Gone while somebody looks at it: the page for what is not there.
  if (isGone(live.error)) throw live.error
  const account = live.data
  const { name, features } = account
  const fixed = accountRefuses(account)
  const close = () => setDialog(undefined)

  return (
    <KitWords>
      <PageHeader
        title={name}
        description={`${vendorWords(account.vendor)} · ${account.region}`}
        actions={
          <>
            <StaleNotice since={live.staleSince} onRetry={() => void live.refetch()} isRetrying={live.isFetching} />
            <ActionButton
              to={paths.cloudAccountEdit(accountId)}
              disabledReason={denied('console:cloudAccounts:update') ?? fixed}
            >
              Edit
            </ActionButton>
            <ActionButton
              to={paths.cloudAccountKeys(accountId)}
              disabledReason={denied('console:cloudAccounts:rotate') ?? fixed}
            >
              Replace keys
            </ActionButton>
            <ActionButton
              onClick={() => setDialog('switch')}
              disabledReason={denied('console:cloudAccounts:disable') ?? fixed}
            >
              {account.state === 'disabled' ? 'Enable' : 'Disable'}
            </ActionButton>
            <ActionButton
              onClick={() => setDialog('delete')}
              disabledReason={denied('console:cloudAccounts:delete') ?? fixed}
            >
              Delete
            </ActionButton>
          </>
        }
      />
      <DetailTabs
        label={`Parts of ${name}`}
        tabs={[
          { id: 'overview', label: 'Overview', content: <AccountOverview account={account} /> },
          {
            id: 'permissions',
            label: 'Features and permissions',
            content: <PermissionsTab account={account} />,
          },
          {
            id: 'access',
            label: 'Access',
            content: <AccessTab account={account} />,
            disabledReason: denied('console:grants:list'),
          },
          {
            id: 'policy',
            label: 'IAM policy',
            content: (
              <Container
                header={
                  <Header variant="h2" description="The smallest one with which the features of this account work.">
                    IAM policy
                  </Header>
                }
              >
                <Suspense fallback={<Box>Writing the policy</Box>}>
                  <PolicyView features={features} name={name} />
                </Suspense>
              </Container>
            ),
          },
        ]}
      />
      <Suspense>
        {dialog === 'delete' && (
          <DeleteAccount account={account} onClose={close} onDeleted={() => void navigate(paths.cloudAccounts())} />
        )}
        {dialog === 'switch' && <SwitchAccount account={account} onClose={close} />}
      </Suspense>
    </KitWords>
  )
}
