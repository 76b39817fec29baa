import type { VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { showFlash } from '../../ui/flashes.ts'
import { FormError } from '../../ui/FormError.tsx'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { resetConsequence } from './consequences.ts'
import { forgetKeyChange } from './key/key-changes.ts'

type ResetConnectionProps = { connection: VpnConnection; context: ConnectionContext; onClose: () => void }

/** Asks before a tunnel is taken down to be negotiated again. */
export const ResetConnection = ({ connection, context, onClose }: ResetConnectionProps) => {
  const cloudId = useCloudId()
  const { id, name } = connection
  const reset = useOperation('resetVpnConnection', {
    refreshes: ['listVpnConnections', 'showVpnConnection', 'showVpnConnectionLog'],
  })

  const confirm = () =>
    reset.mutate(
      { params: { vpn_connection_id: id } },
      {
        onSuccess: () => {
          forgetKeyChange(cloudId, id)
          showFlash({ type: 'success', content: `${name} was reset and is negotiated again.` })
          onClose()
        },
      },
    )

  return (
    <Modal
      visible
      header={`Reset connection ${name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              formAction="none"
              variant="primary"
              loading={reset.isPending}
              loadingText={`Resetting ${name}`}
              onClick={confirm}
            >
              Reset {name}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{resetConsequence(connection, context)}</Alert>
        {reset.error !== null && <FormError title={`${name} was not reset`} error={reset.error} />}
      </SpaceBetween>
    </Modal>
  )
}
