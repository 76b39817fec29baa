import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { laterWords } from '../fields/effects.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { CreatePeerSubnets } from './CreatePeerSubnets.tsx'
import { CreateTunnelAddresses } from './CreateTunnelAddresses.tsx'

export const StaticFields = () => (
  <SpaceBetween size="l">
    <Box color="text-body-secondary">
      Routes to the peer subnets are entered by hand, here and on the customer device.
    </Box>
    <CreatePeerSubnets />
    <CreateTunnelAddresses />
    <CheckboxField<ConnectionFormValues>
      name="enable_nqa"
      label="Probe the tunnel (NQA)"
      description={`The gateway pings the peer tunnel address and takes the tunnel out of use when nothing answers. The customer device must have that address and answer ICMP. ${laterWords('enable_nqa')}`}
    />
  </SpaceBetween>
)
