import { laterWords } from '../fields/effects.ts'
import { PeerSubnetsField } from '../fields/PeerSubnetsField.tsx'
import { asksPeerSubnets, type ConnectionFormValues } from './connection-form.ts'
import { useConnectionForm } from './use-connection-form.ts'

/** The peer's subnets, where the gateway and the mode ask for them. */
export const CreatePeerSubnets = () => {
  const { values, gateway } = useConnectionForm()
  if (gateway && !asksPeerSubnets(gateway, values.style)) return null
  return (
    <PeerSubnetsField<ConnectionFormValues>
      name="peer_subnets"
      isIpv6={gateway?.ip_version === 'ipv6'}
      effect={laterWords('peer_subnets')}
    />
  )
}
