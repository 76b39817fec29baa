import { blocksOverlap, tunnelProblems, type VpnConnection } from '@vpn-console/api-client'
import { bgpStateWords } from '../../bgp-words.ts'
import { isRouteBased, tunnelAddressesOf } from '../../../../ui/connections/tunnel-words.ts'
import { atConnection, atCustomerGateway, atGateway, checkOf, type Check } from '../check.ts'
import { known } from '../doctor-facts.ts'

/** Connections whose tunnel addresses share a block with those of this one. */
const clashes = (connection: VpnConnection, others: readonly VpnConnection[]) => {
  const own = tunnelAddressesOf(connection)
  return others.filter(
    (one) =>
      one.id !== connection.id &&
      one.vgw_id === connection.vgw_id &&
      tunnelAddressesOf(one).some((address) => own.some((mine) => blocksOverlap(mine, address))),
  )
}

/** Whether the addresses inside the tunnel fit together and are nobody else’s. */
export const tunnelAddresses: Check = ({ connection, connections, subnets }) => {
  if (!isRouteBased(connection)) return undefined
  const { passed, failed, unknown } = checkOf('tunnel-addresses', 'The tunnel addresses mirror each other')
  const { name, tunnel_local_address, tunnel_peer_address } = connection
  const at = atConnection(connection, 'tunnel_local_address')
  if (tunnel_local_address === undefined || tunnel_peer_address === undefined) {
    return unknown(`The cloud does not tell both tunnel addresses of ${name}.`)
  }
  const problems = tunnelProblems({ tunnel_local_address, tunnel_peer_address })
  if (problems.length > 0) {
    return failed(`${tunnel_local_address} and ${tunnel_peer_address} do not fit together.`, {
      details: problems.map(({ message }) => message),
      fixes: problems.map(({ path, message }) => ({ text: message, at: atConnection(connection, path) })),
    })
  }
  const inVpc = (known(subnets) ?? []).filter(
    ({ cidr }) => cidr !== undefined && blocksOverlap(cidr, tunnel_local_address),
  )
  if (inVpc.length > 0) {
    return failed(
      `${tunnel_local_address} lies in ${inVpc.map((subnet) => subnet.name ?? subnet.id).join(', ')} of the VPC.`,
      {
        fixes: [{ text: 'Choose addresses that are nowhere else in use.', at }],
      },
    )
  }
  const mirror = [
    `Here: ${tunnel_local_address}, the device: ${tunnel_peer_address}`,
    `On the device: its own ${tunnel_peer_address}, remote ${tunnel_local_address}`,
  ]
  if ('why' in connections)
    return unknown(`They fit together; whether another tunnel uses them could not be seen: ${connections.why}`)
  const others = clashes(connection, connections.value)
  if (others.length > 0) {
    return failed(`${others.map((one) => one.name).join(', ')} of the same gateway uses the same tunnel addresses.`, {
      details: others.map((one) => `${one.name}: ${tunnelAddressesOf(one).join(' and ')}`),
      fixes: [{ text: 'Give each tunnel a block of its own, on the device too.', at }],
    })
  }
  return passed(`${tunnel_local_address} here and ${tunnel_peer_address} at the device are the two hosts of one /30.`, {
    details: mirror,
  })
}

/** Whether the two AS numbers differ, and each end has the other’s. */
export const asNumbers: Check = ({ connection, gateway, customerGateway }) => {
  if (connection.style !== 'BGP') return undefined
  const { passed, failed, unknown } = checkOf('asn', 'The AS numbers differ and mirror each other')
  if ('why' in gateway) return unknown(gateway.why)
  if ('why' in customerGateway) return unknown(customerGateway.why)
  const [here, there] = [gateway.value, customerGateway.value]
  const at = atCustomerGateway(there)
  // The ASN of both is fixed when they are made.
  const fix = {
    text: 'Make a customer gateway with the ASN of the device, and give it to the connection.',
    at: atConnection(connection, 'cgw_id'),
  }
  if (there.bgp_asn === undefined) {
    return failed(`${there.name} has no ASN, and BGP needs one.`, { fixes: [fix] })
  }
  if (here.bgp_asn === undefined) return unknown(`The cloud does not tell the ASN of ${here.name}.`)
  if (here.bgp_asn === there.bgp_asn) {
    return failed(`${here.name} and ${there.name} both have the ASN ${there.bgp_asn}; BGP needs two that differ.`, {
      fixes: [fix, { text: `The ASN of ${here.name} cannot be changed.`, at: atGateway(here) }],
    })
  }
  const seen = connection.bgp_peer?.peer_asn
  if (seen !== undefined && seen !== 0 && seen !== there.bgp_asn) {
    return failed(`${there.name} has the ASN ${there.bgp_asn}, but the gateway speaks with ${seen}.`, {
      fixes: [{ text: `Set the ASN ${there.bgp_asn} on the device, or make a customer gateway with ${seen}.`, at }],
    })
  }
  return passed(
    `${here.name} has ${here.bgp_asn}, ${there.name} has ${there.bgp_asn}. The device has them the other way round.`,
  )
}

/** Whether the BGP session inside the tunnel is established. */
export const bgpSession: Check = ({ connection }) => {
  if (connection.style !== 'BGP') return undefined
  const { passed, failed, note, unknown } = checkOf('bgp-session', 'The BGP session is established')
  const peer = connection.bgp_peer
  if (!peer?.state) return unknown('The cloud tells nothing of the BGP session.')
  const { words, kind } = bgpStateWords(peer.state)
  const received = peer.num_received_routes
  if (kind === 'success') {
    if (received === 0)
      return note(`${words} with ${peer.peer_ip_address ?? 'the device'}, but the device announces no routes.`)
    return passed(
      `${words} with ${peer.peer_ip_address ?? 'the device'} for ${peer.state_duration ?? 'an unknown time'}; ${received ?? '?'} routes received.`,
    )
  }
  if (connection.status !== 'ACTIVE') {
    return unknown(`BGP can only speak once the tunnel is connected. Its state now: ${words}.`)
  }
  return failed(`${words}: the tunnel is connected, but carries nothing without BGP.`, {
    fixes: [
      {
        text: `On the device: neighbour ${connection.tunnel_local_address?.replace(/\/\d+$/, '') ?? ''}, with the AS numbers of both sides.`,
      },
      { text: 'Check the tunnel addresses.', at: atConnection(connection, 'tunnel_local_address') },
    ],
  })
}

/** Whether probing by NQA is on where it can be, and answered. */
export const networkProbe: Check = ({ connection, log }) => {
  if (connection.style !== 'STATIC') return undefined
  const { passed, failed, note, unknown } = checkOf('nqa', 'The device answers the probe inside the tunnel')
  const peer = connection.tunnel_peer_address?.replace(/\/\d+$/, '') ?? 'its tunnel address'
  if (connection.enable_nqa !== true) {
    return note('NQA is off: where the device is up but does not forward, the route stays and traffic is lost.', {
      fixes: [{ text: 'NQA is chosen when a connection is created. A monitor tells loss and latency, too.' }],
    })
  }
  const newest = known(log)?.lines.find(({ kind }) => kind !== 'other')
  if (connection.status === 'DOWN' && newest?.kind === 'established') {
    return failed(
      `The log says established, yet the tunnel is not connected: the probe to ${peer} is probably not answered.`,
      {
        fixes: [{ text: `Let the device answer ICMP on ${peer}, its tunnel interface.` }],
      },
    )
  }
  if (connection.status !== 'ACTIVE')
    return unknown(`NQA probes ${peer} once the tunnel is up; the device must answer ICMP there.`)
  return passed(`NQA is on and the tunnel is connected, so the device answers ICMP on ${peer}.`)
}
