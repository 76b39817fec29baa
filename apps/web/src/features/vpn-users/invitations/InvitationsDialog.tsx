import type { VpnInvitation } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Modal from '@cloudscape-design/components/modal'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { consoleCall } from '../../../api/console-call.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { ConfirmAction } from '../../../ui/ConfirmAction.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { exactWords } from '../../../ui/time-words.ts'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { invalidateInvitations, invitationList } from './invitation-queries.ts'
import { isOpenLink, stateKinds, stateWords } from './invitation-words.ts'

type InvitationsDialogProps = { serverId: string; serverName: string; onClose: () => void }

const iso = (time: number) => new Date(time).toISOString()
const idOf = ({ id }: VpnInvitation) => id
const nameOf = ({ userName }: VpnInvitation) => `the link of ${userName}`

const columns: readonly Column<VpnInvitation>[] = [
  {
    id: 'user',
    header: 'User',
    value: ({ userName }) => userName,
    filter: 'text',
    isRowHeader: true,
    minWidth: 130,
  },
  {
    id: 'state',
    header: 'State',
    value: ({ state }) => stateWords[state],
    cell: ({ state }) => <StatusIndicator type={stateKinds[state]}>{stateWords[state]}</StatusIndicator>,
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'made',
    header: 'Made',
    value: ({ createdAt }) => iso(createdAt),
    cell: ({ createdAt }) => <Timestamp value={iso(createdAt)} />,
    minWidth: 100,
  },
  { id: 'by', header: 'By', value: ({ createdBy }) => createdBy, filter: 'choice', minWidth: 100 },
  {
    id: 'until',
    header: 'Good until',
    value: ({ expiresAt }) => iso(expiresAt),
    cell: ({ expiresAt }) => (
      <time dateTime={iso(expiresAt)} title={exactWords(expiresAt)}>
        {new Date(expiresAt).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
      </time>
    ),
    minWidth: 150,
  },
]

/** The links that were made for a server: what became of them, and taking back those that are still open. */
export default function InvitationsDialog({ serverId, serverName, onClose }: InvitationsDialogProps) {
  const cloudId = useCloudId()
  const { data, error, refetch } = useQuery(invitationList(cloudId, serverId))
  const [revoked, setRevoked] = useState<VpnInvitation>()
  const revoking = useMutation({
    mutationFn: (invitationId: string) =>
      consoleCall(cloudId, 'revokeVpnInvitation', { params: { serverId, invitationId } }),
    onSuccess: () => setRevoked(undefined),
    onSettled: () => invalidateInvitations(cloudId),
  })
  if (revoked) {
    return (
      <ConfirmAction
        title={`Revoke the link of ${revoked.userName}`}
        consequence="Whoever has the link is told that it cannot be used. A new one can be made at any time."
        actionText={`Revoke the link of ${revoked.userName}`}
        pendingText="Revoking"
        errorTitle="The link was not revoked"
        isPending={revoking.isPending}
        error={revoking.error}
        onConfirm={() => revoking.mutate(revoked.id)}
        onClose={() => {
          revoking.reset()
          setRevoked(undefined)
        }}
      />
    )
  }
  return (
    <Modal
      visible
      size="max"
      header={`Invitations to the server of ${serverName}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button formAction="none" variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <ResourceTable
        id="vpn-invitations"
        urlPrefix="invitations-"
        words={{ one: 'link', many: 'links' }}
        items={data?.invitations}
        columns={columns}
        idOf={idOf}
        nameOf={nameOf}
        sortedBy="made"
        error={error}
        onRetry={() => void refetch()}
        header={<Header variant="h3">Links</Header>}
        empty={{ text: 'Nobody was invited yet. Choose users and make links for them.' }}
        actionsOf={(invitation) => [
          {
            id: 'revoke',
            text: 'Revoke',
            onChoose: () => setRevoked(invitation),
            disabledReason: isOpenLink(invitation) ? undefined : 'It cannot be used any more.',
          },
        ]}
      />
    </Modal>
  )
}
