import type { ClientCaCertificate, VpnServer } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type SyntheticEvent } from 'react'
import { useOperation } from '../../api/operation-query.ts'
import { showFlash } from '../../ui/flashes.ts'
import { FormError } from '../../ui/FormError.tsx'
import { nameProblem } from './ca-candidates.ts'

type RenameCaProps = { server: VpnServer; ca: ClientCaCertificate; onClose: () => void }

export default function RenameCa({ server, ca, onClose }: RenameCaProps) {
  const [name, setName] = useState(ca.name)
  const rename = useOperation('updateClientCa', {
    refreshes: ['listVpnServersByProject', 'listVpnServersByVgw', 'showClientCa'],
  })
  const problem = nameProblem(name)

  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (problem !== undefined || rename.isPending) return
    if (name === ca.name) {
      onClose()
      return
    }
    const params = { vpn_server_id: server.id, client_ca_certificate_id: ca.id }
    const done = () => {
      showFlash({ type: 'success', content: `${ca.name} is now called ${name}.` })
      onClose()
    }
    rename.mutate({ params, body: { client_ca_certificate: { name } } }, { onSuccess: done })
  }

  return (
    <Modal
      visible
      header={`Rename client CA ${ca.name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              formAction="submit"
              nativeButtonAttributes={{ form: 'rename-ca' }}
              loading={rename.isPending}
              loadingText={`Renaming ${ca.name}`}
            >
              Rename {ca.name}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form id="rename-ca" onSubmit={send} noValidate>
        <SpaceBetween size="m">
          <FormField label="Name" constraintText="1 to 64 letters, digits, underscores or hyphens." errorText={problem}>
            <Input
              value={name}
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => setName(detail.value)}
            />
          </FormField>
          {rename.error && !rename.isPending && <FormError title={`${ca.name} was not renamed`} error={rename.error} />}
        </SpaceBetween>
      </form>
    </Modal>
  )
}
