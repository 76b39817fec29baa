import type { VpnConnection } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { bgpSpanWords, bgpStateWords } from './bgp-words.ts'

type BgpPeerProps = { peer: VpnConnection['bgp_peer']; name: string }

/** The BGP session inside the tunnel: without it the tunnel is up and carries nothing. */
export const BgpPeer = ({ peer, name }: BgpPeerProps) => {
  const state = bgpStateWords(peer?.state)
  return (
    <Container header={<Header variant="h2">BGP peer</Header>}>
      {peer ? (
        <KeyValues
          columns={4}
          items={[
            { label: 'State', value: <StatusIndicator type={state.kind}>{state.words}</StatusIndicator> },
            { label: 'For', value: peer.state_duration && bgpSpanWords(peer.state_duration) },
            {
              label: 'Neighbour',
              value: peer.peer_ip_address && (
                <CopyableId value={peer.peer_ip_address} what={`the BGP neighbour of ${name}`} />
              ),
            },
            { label: 'ASN of the neighbour', value: peer.peer_asn?.toString() },
            { label: 'Routes received', value: peer.num_received_routes?.toString() },
            { label: 'Messages received', value: peer.num_message_received?.toLocaleString() },
            { label: 'Messages sent', value: peer.num_message_sent?.toLocaleString() },
          ]}
        />
      ) : (
        'The cloud tells nothing of the BGP session yet.'
      )}
    </Container>
  )
}
