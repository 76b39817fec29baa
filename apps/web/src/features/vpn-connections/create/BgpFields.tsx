import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useFormState } from 'react-hook-form'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { laterWords } from '../fields/effects.ts'
import { peerOf } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { asnProblem } from './connection-problems.ts'
import { CreatePeerSubnets } from './CreatePeerSubnets.tsx'
import { CreateTunnelAddresses } from './CreateTunnelAddresses.tsx'
import { useConnectionForm } from './use-connection-form.ts'

export const BgpFields = () => {
  const { form, values, facts, gateway } = useConnectionForm()
  const { errors } = useFormState({ control: form.control, name: 'style' })
  const peer = peerOf(facts, values)
  const problem = asnProblem(values, facts)
  const areKnown = gateway?.bgp_asn !== undefined && peer.asn !== undefined
  return (
    <SpaceBetween size="l">
      <Box color="text-body-secondary">The two ends tell each other their routes.</Box>
      <KeyValues
        columns={3}
        items={[
          { label: `ASN of ${gateway?.name ?? 'the gateway'}`, value: gateway?.bgp_asn },
          { label: `ASN of ${peer.name || 'the customer gateway'}`, value: peer.asn },
          {
            label: 'Compared',
            value:
              areKnown &&
              (problem === undefined ? (
                <StatusIndicator type="success">They differ</StatusIndicator>
              ) : (
                <StatusIndicator type="error">They are equal</StatusIndicator>
              )),
          },
        ]}
      />
      {problem !== undefined && (
        <div role="alert">
          <Alert type={errors.style ? 'error' : 'warning'}>{problem}</Alert>
        </div>
      )}
      <CreatePeerSubnets />
      <CreateTunnelAddresses />
      <CheckboxField<ConnectionFormValues>
        name="enable_hub"
        label="Branch interconnection"
        description={`The gateway passes on the routes it learns here to its other BGP connections, so that branches reach each other through it. ${laterWords('enable_hub')}`}
      />
    </SpaceBetween>
  )
}
