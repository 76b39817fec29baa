import { securityProblems, weaknesses, type SecurityPolicies, type VpnConnection } from '@vpn-console/api-client'
import { securityWords } from '../../fields/security-words.ts'
import { atConnection, checkOf, type Check } from '../check.ts'
import { known } from '../doctor-facts.ts'

// Answers may name what no request may; as texts they are compared all the same.
const policiesOf = ({ ikepolicy, ipsecpolicy }: VpnConnection) => ({ ikepolicy, ipsecpolicy }) as SecurityPolicies

const isIn =
  (policy: string) =>
  ({ path }: { path: string }) =>
    path.startsWith(`${policy}.`) && !/_id(?:_type)?$/.test(path)

const inWords = (value: string | undefined, before = '') =>
  value === undefined ? undefined : `${before}${securityWords(value)}`

type Proposal = {
  id: string
  title: string
  policy: 'ikepolicy' | 'ipsecpolicy'
  valuesOf: (of: VpnConnection) => (string | undefined)[]
}

const proposalCheck =
  ({ id, title, policy, valuesOf }: Proposal): Check =>
  ({ connection, gateway }) => {
    const { passed, failed, note, unknown } = checkOf(id, title)
    if ('why' in gateway) return unknown(`Which algorithms are allowed depends on the gateway: ${gateway.why}`)
    const isGm = gateway.value.flavor === 'GM'
    const proposal = valuesOf(connection)
      .filter((value) => value !== undefined)
      .join(', ')
    const at = (path: string) => atConnection(connection, path)
    const invalid = securityProblems(policiesOf(connection), isGm).filter(isIn(policy))
    if (invalid.length > 0) {
      return failed(`${gateway.value.name} does not negotiate this: ${proposal}.`, {
        fixes: invalid.map(({ path, message }) => ({ text: message, at: at(path) })),
      })
    }
    const weak = isGm ? [] : weaknesses(policiesOf(connection)).filter(isIn(policy))
    if (weak.length > 0) {
      return note(`${proposal}: works, but is weak.`, {
        fixes: weak.map(({ path, message }) => ({ text: message, at: at(path) })),
      })
    }
    return passed(`${proposal}. The device needs exactly the same.`)
  }

/** Whether the IKE proposal is valid on this gateway, and strong. */
export const ikeProposal = proposalCheck({
  id: 'ike-proposal',
  title: 'The IKE algorithms are valid and strong',
  policy: 'ikepolicy',
  valuesOf: ({ ikepolicy = {} }) => [
    inWords(ikepolicy.ike_version),
    inWords(ikepolicy.encryption_algorithm),
    inWords(ikepolicy.authentication_algorithm),
    inWords(ikepolicy.dh_group),
  ],
})

/** Whether the IPsec proposal is valid on this gateway, and strong. */
export const ipsecProposal = proposalCheck({
  id: 'ipsec-proposal',
  title: 'The IPsec algorithms are valid and strong',
  policy: 'ipsecpolicy',
  valuesOf: ({ ipsecpolicy = {} }) => [
    inWords(ipsecpolicy.encryption_algorithm),
    inWords(ipsecpolicy.authentication_algorithm),
    inWords(ipsecpolicy.pfs, 'PFS '),
  ],
})

/** Whether the settings go together: a cipher with its IKE version, and the two lifetimes. */
export const fittingSettings: Check = ({ connection, gateway }) => {
  const { passed, note } = checkOf('security-mix', 'The security settings go together')
  const { ikepolicy = {}, ipsecpolicy = {} } = connection
  const found: { text: string; field: string }[] = []
  if (ikepolicy.ike_version === 'v1' && ikepolicy.encryption_algorithm?.includes('gcm')) {
    found.push({ text: 'Many devices know GCM in phase 1 with IKEv2 only.', field: 'ikepolicy.encryption_algorithm' })
  }
  const [ike, ipsec] = [ikepolicy.lifetime_seconds, ipsecpolicy.lifetime_seconds]
  if (ike !== undefined && ipsec !== undefined && ipsec > ike) {
    const text = `The IPsec SA lives longer (${ipsec} s) than the IKE SA that renews it (${ike} s).`
    found.push({ text, field: 'ipsecpolicy.lifetime_seconds' })
  }
  const isStrongKey = ikepolicy.encryption_algorithm?.startsWith('aes-256') === true
  if (isStrongKey && ['group1', 'group2', 'group5'].includes(ikepolicy.dh_group ?? '')) {
    found.push({ text: 'A 256-bit cipher gains nothing from so small a DH group.', field: 'ikepolicy.dh_group' })
  }
  if (found.length === 0) return passed(`Nothing in the settings of ${connection.name} contradicts itself.`)
  const isGm = known(gateway)?.flavor === 'GM'
  return note(found.map(({ text }) => text).join(' '), {
    fixes: isGm ? [] : found.map(({ text, field }) => ({ text, at: atConnection(connection, field) })),
  })
}

/** Both identities as both sides must have them. */
export const identities: Check = ({ connection, gateway, customerGateway }) => {
  const { ikepolicy = {} } = connection
  if (known(gateway)?.flavor === 'GM') return undefined
  const { passed, note, unknown } = checkOf('identities', 'Both ends know each other’s identity')
  if ('why' in customerGateway) return unknown(customerGateway.why)
  const { local_id, local_id_type = 'ip', peer_id, peer_id_type = 'ip' } = ikepolicy
  const { name, id_value, id_type } = customerGateway.value
  const idWords = (type: string, id: string | undefined, own: string) =>
    type === 'any' ? 'any' : `${securityWords(type)} ${id ?? own}`
  const details = [
    `Local id: ${idWords(local_id_type, local_id, 'of the gateway')} (the device’s remote id)`,
    `Peer id: ${idWords(peer_id_type, peer_id, id_value)} (the device’s own id)`,
  ]
  const differs = peer_id !== undefined && peer_id !== '' && peer_id !== id_value
  if (peer_id_type === 'ip' && id_type === 'ip' && differs) {
    return note(
      `The device must call itself ${peer_id}, although it is at ${id_value}. That is right only behind a NAT.`,
      {
        details,
        fixes: [
          {
            text: `Check the peer id; the address of ${name} is ${id_value}.`,
            at: atConnection(connection, 'ikepolicy.peer_id'),
          },
        ],
      },
    )
  }
  return passed('The device must have the same two, the other way round, letter by letter.', { details })
}

/** Whether a dead peer is noticed. */
export const deadPeerDetection: Check = ({ connection }) => {
  const { passed, note, unknown } = checkOf('dpd', 'A dead peer is noticed')
  const { dpd, ike_version } = connection.ikepolicy ?? {}
  const at = atConnection(connection, 'ikepolicy.dpd.timeout')
  if (!dpd) return unknown('The cloud tells nothing of dead peer detection for this connection.')
  const { interval, timeout, msg } = dpd
  const words = `After ${interval ?? '?'} s without traffic the gateway asks; after ${timeout ?? '?'} s without an answer it gives up.`
  if (interval !== undefined && interval > 300) {
    return note(`${words} A dead peer goes unnoticed for minutes.`, {
      fixes: [{ text: 'Use an interval near 30 s.', at }],
    })
  }
  if (ike_version === 'v1') {
    return note(
      `${words} With IKEv1 both ends need the same payload order (here ${msg ?? 'unknown'}), or the tunnel flaps.`,
      {
        fixes: [{ text: 'Set the same order on the device.', at: atConnection(connection, 'ikepolicy.dpd.msg') }],
      },
    )
  }
  return passed(`${words} Switch it on at the device too.`)
}
