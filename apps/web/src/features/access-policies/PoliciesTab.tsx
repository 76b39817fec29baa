import { mostAccessPolicies, serverRefuses, type VpnAccessPolicy, type VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useMemo, useState } from 'react'
import { staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { policyColumns } from './policy-columns.tsx'
import { policyRefuses } from './policy-form.ts'
import { useReach } from './use-reach.ts'
import { WhoReaches } from './WhoReaches.tsx'

const PolicyForm = lazy(() => import('./PolicyForm.tsx'))
const DeletePolicy = lazy(() => import('./DeletePolicy.tsx'))

/** What the groups of a server may reach, and who may reach an address. */
export default function PoliciesTab({ server }: { server: VpnServer }) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search, change] = useSearchChange()
  const refused = denied('listVpnAccessPolicies')
  const typed = search.get('reach') ?? ''
  const { policies, read, reach } = useReach(server, typed)
  const [deleting, setDeleting] = useState<VpnAccessPolicy>()
  const columns = useMemo(() => policyColumns(cloudId, server.id), [cloudId, server.id])
  const retry = () => void policies.refetch()
  const ask = (text: string) => change({ reach: text, 'policies-page': '' }, { replace: true })

  if (refused !== undefined) return <Alert type="info">{refused}</Alert>
  const page = `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=policies`
  const edit = search.get('edit') ?? ''
  const edited = policies.data?.find(({ id }) => id === edit)
  const isMissing = policies.data !== undefined && edit !== '' && edit !== 'new' && !edited
  const noMore =
    policies.data && policies.data.length >= mostAccessPolicies
      ? `A server has at most ${mostAccessPolicies} access policies.`
      : undefined
  const notCreatable = denied('createVpnAccessPolicy') ?? serverRefuses(server) ?? noMore
  const createButton = (
    <ActionButton variant="primary" onClick={() => change({ edit: 'new' })} disabledReason={notCreatable}>
      Create access policy
    </ActionButton>
  )

  return (
    <KitWords>
      <SpaceBetween size="m">
        {isMissing && (
          <Alert type="info" dismissible onDismiss={() => change({ edit: '' })}>
            The access policy that was to be edited is not there any more.
          </Alert>
        )}
        <WhoReaches server={server} typed={typed} onType={ask} read={read} reach={reach} />
        <ResourceTable
          id="vpn-access-policies"
          urlPrefix="policies-"
          words={{ one: 'access policy', many: 'access policies' }}
          items={reach?.policies ?? policies.data}
          error={policies.error}
          onRetry={retry}
          columns={columns}
          idOf={({ id }) => id}
          nameOf={({ name }) => name}
          sortedBy="name"
          empty={
            reach
              ? {
                  text: `None of the ${policies.data?.length ?? 0} access policies allows it.`,
                  action: (
                    <Button formAction="none" onClick={() => ask('')}>
                      Show all access policies
                    </Button>
                  ),
                }
              : { text: 'Without an access policy a group reaches nothing.', action: createButton }
          }
          actionsOf={(policy) => [
            {
              id: 'edit',
              text: 'Edit',
              onChoose: () => change({ edit: policy.id }),
              disabledReason: denied('updateVpnAccessPolicy') ?? policyRefuses(policy) ?? serverRefuses(server),
            },
            {
              id: 'delete',
              text: 'Delete',
              onChoose: () => setDeleting(policy),
              disabledReason: denied('deleteVpnAccessPolicy') ?? policyRefuses(policy) ?? serverRefuses(server),
            },
          ]}
          header={
            <Header
              variant="h2"
              {...(policies.data && { counter: `(${policies.data.length} of ${mostAccessPolicies})` })}
              description="Each lets the users of one group reach some blocks."
              actions={
                <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                  <StaleNotice since={staleSince(policies)} onRetry={retry} isRetrying={policies.isFetching} />
                  {createButton}
                </SpaceBetween>
              }
            >
              Access policies
            </Header>
          }
        />
      </SpaceBetween>
      <Suspense>
        {policies.data && (edit === 'new' || edited) && (
          <PolicyForm
            key={edit}
            serverId={server.id}
            policy={edited}
            back={page}
            disabledReason={
              edited
                ? (denied('updateVpnAccessPolicy') ?? policyRefuses(edited) ?? serverRefuses(server))
                : notCreatable
            }
            onClose={() => change({ edit: '' })}
          />
        )}
        {deleting && <DeletePolicy serverId={server.id} policy={deleting} onClose={() => setDeleting(undefined)} />}
      </Suspense>
    </KitWords>
  )
}
