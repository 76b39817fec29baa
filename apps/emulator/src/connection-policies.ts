import {
  isIpv4,
  type IkePolicy,
  type IkePolicyCreate,
  type IkePolicyUpdate,
  type IpsecPolicy,
} from '@vpn-console/api-client'

/** The ids that both ends have unless others are set. */
export type Ends = { local: string; peer: { type: 'ip' | 'fqdn'; value: string } }

const modeOf = (version: string | undefined, mode: string | undefined) =>
  version === 'v1' ? { phase1_negotiation_mode: mode ?? 'main' } : {}

const dpdOf = ({ dpd }: { dpd?: IkePolicyCreate['dpd'] }) => ({
  timeout: dpd?.timeout ?? 15,
  interval: dpd?.interval ?? 30,
  msg: dpd?.msg ?? 'seq-hash-notify',
})

const idsOf = (given: IkePolicyCreate, ends: Ends) => ({
  local_id_type: given.local_id_type ?? 'ip',
  local_id: given.local_id || ends.local,
  peer_id_type: given.peer_id_type ?? (given.peer_id ? 'ip' : ends.peer.type),
  peer_id: given.peer_id || ends.peer.value,
})

/** Phase 1 settings of a new connection, with the documented defaults; a GM gateway has its own. */
export const ikePolicyOf = (given: IkePolicyCreate = {}, isGm: boolean, ends: Ends): IkePolicy => {
  const lifetime_seconds = given.lifetime_seconds ?? 86_400
  if (isGm) {
    return {
      ike_version: 'v1',
      phase1_negotiation_mode: 'main',
      authentication_algorithm: 'sm3',
      encryption_algorithm: 'sm4',
      authentication_method: 'digital-envelope-v2',
      lifetime_seconds,
      dpd: dpdOf(given),
    }
  }
  const ike_version = given.ike_version ?? 'v2'
  return {
    ike_version,
    ...modeOf(ike_version, given.phase1_negotiation_mode),
    authentication_algorithm: given.authentication_algorithm ?? 'sha2-256',
    encryption_algorithm: given.encryption_algorithm ?? 'aes-128',
    dh_group: given.dh_group ?? 'group15',
    authentication_method: given.authentication_method ?? 'pre-share',
    lifetime_seconds,
    ...idsOf(given, ends),
    dpd: dpdOf(given),
  }
}

/** Phase 2 settings of a new connection, with the documented defaults. */
export const ipsecPolicyOf = (given: Partial<IpsecPolicy> = {}, isGm: boolean): IpsecPolicy => ({
  authentication_algorithm: given.authentication_algorithm ?? (isGm ? 'sm3' : 'sha2-256'),
  encryption_algorithm: given.encryption_algorithm ?? (isGm ? 'sm4' : 'aes-128'),
  ...(isGm ? {} : { pfs: given.pfs ?? 'group15' }),
  transform_protocol: 'esp',
  lifetime_seconds: given.lifetime_seconds ?? 3_600,
  encapsulation_mode: 'tunnel',
})

/** An id after a change: the new one, the old one where it fits the type, else the end's own address. */
const changedId = (type: string | undefined, given: string | undefined, kept: string | undefined, own: string) => {
  if (given) return given
  const fits = kept !== undefined && (type !== 'ip' || isIpv4(kept))
  return fits ? kept : own
}

/** Phase 1 settings after a change: what the change leaves out stays. */
export const changedIkePolicy = (kept: IkePolicy, change: IkePolicyUpdate, ends: Ends): IkePolicy => {
  const { phase1_negotiation_mode: keptMode, dpd: keptDpd, ...keptRest } = kept
  const { phase1_negotiation_mode: mode, dpd, ...rest } = change
  const merged = { ...keptRest, ...rest }
  const { ike_version, authentication_method } = merged
  const common = { ...modeOf(ike_version, mode ?? keptMode), dpd: { ...keptDpd, ...dpd } }
  // The place of the mode in the answer is behind the version.
  const { ike_version: _, ...others } = merged
  if (authentication_method === 'digital-envelope-v2') return { ike_version, ...others, ...common }
  return {
    ike_version,
    ...others,
    local_id: changedId(merged.local_id_type, change.local_id, kept.local_id, ends.local),
    peer_id: changedId(merged.peer_id_type, change.peer_id, kept.peer_id, ends.peer.value),
    ...common,
  }
}
