import { blocksOverlap, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import { peerSubnetsOf } from '../../../../ui/connection-words.ts'
import { policyRulesOf } from '../../connection-words.ts'
import { atConnection, atGateway, checkOf, countWords, type Check } from '../check.ts'
import { known, otherTunnel } from '../doctor-facts.ts'
import { notHeld, overlaps, overlapWords, reservedOverlaps } from '../overlap.ts'

const localOf = ({ local_subnets = [], local_subnets_v6 = [] }: VpnGateway) => [...local_subnets, ...local_subnets_v6]

const destinationsOf = (connection: VpnConnection) => [
  ...new Set(policyRulesOf(connection).flatMap(({ destination = [] }) => destination)),
]

/** What lies behind the peer, as far as the connection names it. */
export const farBlocks = (connection: VpnConnection): string[] => [
  ...new Set([...peerSubnetsOf(connection), ...destinationsOf(connection)]),
]

const peerField = ({ peer_subnets_v6 = [] }: VpnConnection) =>
  peer_subnets_v6.length > 0 ? 'peer_subnets_v6' : 'peer_subnets'

const rulesField = ({ policy_rules_v6 = [] }: VpnConnection) =>
  policy_rules_v6.length > 0 ? 'policy_rules_v6' : 'policy_rules'

/** Whether the local subnets of the gateway are subnets of its VPC. */
export const localSubnets: Check = ({ gateway, vpc, subnets }) => {
  const { passed, failed, unknown } = checkOf('local-subnets', 'The local subnets are in the VPC')
  if ('why' in gateway) return unknown(gateway.why)
  const { name, attachment_type } = gateway.value
  if (attachment_type === 'er') {
    return passed(`${name} is attached to an enterprise router, which knows what lies behind it.`)
  }
  if ('why' in subnets) return unknown(subnets.why)
  const local = localOf(gateway.value)
  const blocks = subnets.value
    .flatMap(({ cidr, cidr_v6 }) => [cidr, cidr_v6])
    .filter((block) => typeof block === 'string')
  const strange = local.filter((block) => !blocks.some((subnet) => blocksOverlap(block, subnet)))
  const vpcName = known(vpc)?.name ?? 'its VPC'
  if (local.length === 0) {
    return failed(`${name} has no local subnets, so nothing of ${vpcName} can use it.`, {
      fixes: [{ text: `Give ${name} the subnets that are to be reached.`, at: atGateway(gateway.value) }],
    })
  }
  if (strange.length === 0) return passed(`${local.join(', ')}: each has subnets of ${vpcName}.`)
  return failed(`${strange.join(', ')} of ${name} has no subnet of ${vpcName}: nobody is there to be reached.`, {
    details: blocks.map((block) => `Subnet of ${vpcName}: ${block}`),
    fixes: [{ text: 'Replace it by subnets that are there.', at: atGateway(gateway.value) }],
  })
}

/** Whether the rules of a policy connection fit the subnets of both sides, whose mirror image the device has. */
export const mirroredRules: Check = ({ connection, gateway }) => {
  if (connection.style !== 'POLICY') return undefined
  const { passed, failed, note, unknown } = checkOf('policy-rules', 'The policy rules fit the subnets of both sides')
  const rules = policyRulesOf(connection)
  const at = atConnection(connection, rulesField(connection))
  const mirror = rules.map(
    ({ source = '?', destination = [] }) => `The device has: source ${destination.join(', ')}, destination ${source}`,
  )
  if (rules.length === 0) {
    return failed(`${connection.name} has no policy rules, so it carries nothing.`, {
      fixes: [{ text: 'Give at least one rule.', at }],
    })
  }
  const peer = peerSubnetsOf(connection)
  const unrouted = peer.length === 0 ? [] : notHeld(destinationsOf(connection), peer)
  if (unrouted.length > 0) {
    return failed(
      `${unrouted.join(', ')} stands in the rules but not in the peer subnets, so the VPC does not send it here.`,
      {
        details: mirror,
        fixes: [
          {
            text: `Add ${unrouted.join(', ')} to the peer subnets.`,
            at: atConnection(connection, peerField(connection)),
          },
        ],
      },
    )
  }
  if ('why' in gateway) return unknown(`Whether the sources are local subnets could not be checked: ${gateway.why}`)
  const sources = rules.map(({ source = '' }) => source)
  const local = localOf(gateway.value)
  const strange = gateway.value.attachment_type === 'er' ? [] : notHeld(sources, local)
  const mirrorHint = { text: 'On the device, source and destination change places, with exactly the same prefixes.' }
  if (strange.length > 0) {
    return note(`${strange.join(', ')} stands in the rules, but is no local subnet of ${gateway.value.name}.`, {
      details: [...local.map((block) => `Local subnet: ${block}`), ...mirror],
      fixes: [{ text: 'Check the sources of the rules.', at }, mirrorHint],
    })
  }
  return passed(
    `${countWords(rules.length, 'rule')} from local subnets to peer subnets. The device needs their mirror image.`,
    {
      details: mirror,
      fixes: [mirrorHint],
    },
  )
}

/** Whether what lies behind the peer is free of the cloud’s own blocks and of the gateway’s side. */
export const ownOverlap: Check = ({ connection, gateway, vpc, subnets }) => {
  const { passed, failed, unknown } = checkOf('overlap-local', 'Both sides use different addresses')
  const far = farBlocks(connection)
  const at = atConnection(connection, connection.style === 'POLICY' ? rulesField(connection) : peerField(connection))
  const reserved = reservedOverlaps(far)
  if (reserved.length > 0) {
    return failed(
      `${reserved.map(({ mine }) => mine).join(', ')} shares addresses with blocks that the cloud keeps for itself.`,
      {
        details: reserved.map((found) => overlapWords(found, 'the cloud')),
        fixes: [{ text: 'Use other addresses behind the peer, or translate them there.', at }],
      },
    )
  }
  if (far.length === 0) return passed('The connection names no peer subnets: routes are learned.')
  if ('why' in gateway) return unknown(gateway.why)
  const withGateway = overlaps(far, localOf(gateway.value)).map((found) => overlapWords(found, gateway.value.name))
  const vpcName = known(vpc)?.name ?? 'the VPC'
  const inVpc = (known(subnets) ?? []).flatMap(({ name, cidr, cidr_v6 }) =>
    overlaps(
      far,
      [cidr, cidr_v6].filter((block) => typeof block === 'string'),
    ).map((found) => overlapWords(found, `subnet ${name ?? ''} of ${vpcName}`)),
  )
  const found = [...new Set([...withGateway, ...inVpc])]
  if (found.length > 0) {
    return failed(
      'Addresses behind the peer are also used on the cloud’s side. The VPC delivers them itself, so they never enter the tunnel.',
      { details: found, fixes: [{ text: 'Use other addresses on one side, or translate them at the peer.', at }] },
    )
  }
  if ('why' in subnets) {
    return unknown(
      `They differ from the local subnets of ${gateway.value.name}; the VPC’s own could not be seen: ${subnets.why}`,
    )
  }
  return passed(`${far.join(', ')} behind the peer, and nothing of it on the cloud’s side.`)
}

const sameEnds = (a: VpnConnection, b: VpnConnection) => a.vgw_id === b.vgw_id && a.cgw_id === b.cgw_id

/** Whether another connection claims what lies behind this peer. */
export const otherOverlap: Check = (facts) => {
  const { connection, connections } = facts
  const { passed, failed, note, unknown } = checkOf('overlap-others', 'No other connection claims the same subnets')
  if ('why' in connections) return unknown(connections.why)
  const gateway = known(facts.gateway)
  const far = farBlocks(connection)
  const vpcOf = (id: string) => known(facts.gateways)?.find((one) => one.id === id)?.vpc_id
  const ownVpc = gateway?.vpc_id
  const other = otherTunnel(facts)
  const others = connections.value.filter(
    (one) => one.id !== connection.id && one.id !== other?.id && !sameEnds(one, connection),
  )
  const wordsOf = (among: readonly VpnConnection[]) =>
    among.flatMap((one) => overlaps(far, farBlocks(one)).map((found) => overlapWords(found, one.name)))
  const onGateway = wordsOf(others.filter(({ vgw_id }) => vgw_id === connection.vgw_id))
  const inVpc = wordsOf(
    others.filter(({ vgw_id }) => vgw_id !== connection.vgw_id && ownVpc !== undefined && vpcOf(vgw_id) === ownVpc),
  )
  const at = atConnection(connection, connection.style === 'POLICY' ? rulesField(connection) : peerField(connection))
  if (onGateway.length > 0) {
    return failed(
      `Another connection of ${gateway?.name ?? 'the gateway'} leads to the same addresses; only one of them gets the traffic.`,
      {
        details: [...onGateway, ...inVpc],
        fixes: [{ text: 'Take the addresses out of one of the two.', at }],
      },
    )
  }
  if (inVpc.length > 0) {
    return note(
      'Connections of another gateway in the same VPC lead to the same addresses. The VPC sends each of them one way only.',
      {
        details: inVpc,
        fixes: [{ text: 'Take the addresses out of one of the two, unless one gateway is to replace the other.', at }],
      },
    )
  }
  return passed(`${countWords(others.length, 'other connection')} looked at; none leads to the same addresses.`)
}
