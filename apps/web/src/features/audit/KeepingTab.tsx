import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { ownCall } from '../../api/console-call.ts'
import { queryClient } from '../../api/query-client.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { FormError } from '../../ui/FormError.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { TableEnding } from '../../ui/table/TableEnding.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { auditChain, auditSettings } from './audit-queries.ts'
import { chainWords } from './chain-words.ts'
import { retentionWords } from './retention-form.ts'

const EditRetention = lazy(() => import('./EditRetention.tsx'))

const Integrity = () => {
  const { data: chain, error, refetch } = useQuery(auditChain())
  const check = useMutation({
    mutationFn: () => ownCall('verifyAudit', {}),
    onSuccess: (found) => queryClient.setQueryData(auditChain().queryKey, found),
  })
  if (!chain) {
    return error ? (
      <TableEnding
        title="The state of the journal could not be loaded"
        error={error}
        action={
          <Button formAction="none" onClick={() => void refetch()}>
            Try again
          </Button>
        }
      />
    ) : (
      <Loading what="the state of the journal" />
    )
  }
  const { kind, short } = chainWords(chain)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Beside the entries the console keeps a journal of everything it writes to them, each line bound to the one before by a key. Whoever alters, removes or adds an entry in the database breaks it."
          actions={
            <Button formAction="none" loading={check.isPending} loadingText="Verifying" onClick={() => check.mutate()}>
              Verify now
            </Button>
          }
        >
          Integrity
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValues
          items={[
            { label: 'State', value: <StatusIndicator type={kind}>{short}</StatusIndicator> },
            {
              label: 'Last verified',
              value: chain.checked_at && <Timestamp value={new Date(chain.checked_at).toISOString()} />,
            },
            { label: 'Entries verified', value: chain.checked_at && chain.entries.toLocaleString() },
            {
              label: 'Journal since',
              value: <Timestamp value={new Date(chain.began_at).toISOString()} />,
            },
            {
              label: 'Entries from before the journal',
              value:
                chain.adopted > 0
                  ? `${chain.adopted.toLocaleString()}: what was done to them before then cannot be told`
                  : 'None',
            },
            { label: 'Removed by the retention setting', value: chain.pruned.toLocaleString() },
            {
              label: 'Newest line',
              value: <CopyableId value={chain.head} what="the newest line of the journal" />,
            },
          ]}
        />
        <p>
          Note the newest line somewhere else from time to time: with it, the command verify-audit proves that nothing
          was cut off since.
        </p>
        {check.error && <FormError title="The audit was not verified" error={check.error} />}
      </SpaceBetween>
    </Container>
  )
}

const Retention = () => {
  const denied = useConsoleDenied()
  const [isEditing, setEditing] = useState(false)
  const { data: settings, error, refetch } = useQuery(auditSettings())
  if (!settings) {
    return error ? (
      <TableEnding
        title="The retention setting could not be loaded"
        error={error}
        action={
          <Button formAction="none" onClick={() => void refetch()}>
            Try again
          </Button>
        }
      />
    ) : (
      <Loading what="the retention setting" />
    )
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <ActionButton onClick={() => setEditing(true)} disabledReason={denied('console:audit:settings')}>
              Change retention
            </ActionButton>
          }
        >
          Retention
        </Header>
      }
    >
      <KeyValues items={[{ label: 'Entries are kept', value: retentionWords(settings.retention_days) }]} />
      {isEditing && (
        <Suspense>
          <EditRetention settings={settings} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </Container>
  )
}

/** Whether the audit can be trusted, and how long it is kept. */
export const KeepingTab = () => (
  <SpaceBetween size="l">
    <Integrity />
    <Retention />
  </SpaceBetween>
)
