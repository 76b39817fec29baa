import {
  authenticationAlgorithms,
  dhGroups,
  encryptionAlgorithms,
  pfsGroups,
  type IkePolicy,
  type IkePolicyCreate,
  type IkePolicyUpdate,
  type IpsecPolicy,
  type IpsecPolicyCreate,
} from '@vpn-console/api-client'
import { wholeOf } from './form-numbers.ts'

// The fields carry the cloud's own names, so that the path of a problem in a request is the path of its field.
// Numbers are what was typed; algorithms are texts, since an answer may name one that we have never seen.

export type IkeFormValues = {
  ike_version: string
  phase1_negotiation_mode: string
  authentication_algorithm: string
  encryption_algorithm: string
  dh_group: string
  lifetime_seconds: string
  local_id_type: string
  local_id: string
  peer_id_type: string
  peer_id: string
  dpd: { timeout: string; interval: string; msg: string }
}

export type IpsecFormValues = {
  authentication_algorithm: string
  encryption_algorithm: string
  pfs: string
  lifetime_seconds: string
}

/** Both policies of a form, under the names that a request gives them. */
export type SecurityFormValues = { ikepolicy: IkeFormValues; ipsecpolicy: IpsecFormValues }

/** Phase 1 fields of an existing connection; what the answer leaves out has the documented default. */
export const ikeFormValues = (policy: IkePolicy = {}): IkeFormValues => ({
  ike_version: policy.ike_version ?? 'v2',
  phase1_negotiation_mode: policy.phase1_negotiation_mode ?? 'main',
  authentication_algorithm: policy.authentication_algorithm ?? 'sha2-256',
  encryption_algorithm: policy.encryption_algorithm ?? 'aes-128',
  dh_group: policy.dh_group ?? 'group15',
  lifetime_seconds: String(policy.lifetime_seconds ?? 86_400),
  local_id_type: policy.local_id_type ?? 'ip',
  local_id: policy.local_id ?? '',
  peer_id_type: policy.peer_id_type ?? 'ip',
  peer_id: policy.peer_id ?? '',
  dpd: {
    timeout: String(policy.dpd?.timeout ?? 15),
    interval: String(policy.dpd?.interval ?? 30),
    msg: policy.dpd?.msg ?? 'seq-hash-notify',
  },
})

/** Phase 2 fields of an existing connection. */
export const ipsecFormValues = (policy: IpsecPolicy = {}): IpsecFormValues => ({
  authentication_algorithm: policy.authentication_algorithm ?? 'sha2-256',
  encryption_algorithm: policy.encryption_algorithm ?? 'aes-128',
  pfs: policy.pfs ?? 'group15',
  lifetime_seconds: String(policy.lifetime_seconds ?? 3_600),
})

/** The value if it is one that a request may hold. */
const known = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((candidate) => candidate === value)

const versions = ['v1', 'v2'] as const
const modes = ['main', 'aggressive'] as const
const idTypes = ['ip', 'fqdn'] as const
const dpdMessages = ['seq-hash-notify', 'seq-notify-hash'] as const

const setOnly = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // What is undefined is left out, which is all that the type says.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

/** An id and its type; neither where the address of the end itself is meant, which the cloud knows best. */
const idOf = (type: string, id: string) => {
  const trimmed = id.trim()
  const idType = known(idTypes, type)
  return idType === 'fqdn' || trimmed !== '' ? { type: idType, id: trimmed || undefined } : {}
}

const dpdOf = ({ timeout, interval, msg }: IkeFormValues['dpd']) =>
  setOnly({ timeout: wholeOf(timeout), interval: wholeOf(interval), msg: known(dpdMessages, msg) })

/** Phase 1 settings of a request. The negotiation mode goes with IKE v1 only. */
export const toIkePolicy = (values: IkeFormValues): IkePolicyUpdate => {
  const ike_version = known(versions, values.ike_version)
  const local = idOf(values.local_id_type, values.local_id)
  const peer = idOf(values.peer_id_type, values.peer_id)
  return setOnly({
    ike_version,
    phase1_negotiation_mode: ike_version === 'v1' ? known(modes, values.phase1_negotiation_mode) : undefined,
    authentication_algorithm: known(authenticationAlgorithms, values.authentication_algorithm),
    encryption_algorithm: known(encryptionAlgorithms, values.encryption_algorithm),
    dh_group: known(dhGroups, values.dh_group),
    lifetime_seconds: wholeOf(values.lifetime_seconds),
    local_id_type: local.type,
    local_id: local.id,
    peer_id_type: peer.type,
    peer_id: peer.id,
    dpd: dpdOf(values.dpd),
  })
}

/** Phase 2 settings of a request. */
export const toIpsecPolicy = (values: IpsecFormValues): IpsecPolicyCreate =>
  setOnly({
    authentication_algorithm: known(authenticationAlgorithms, values.authentication_algorithm),
    encryption_algorithm: known(encryptionAlgorithms, values.encryption_algorithm),
    pfs: known(pfsGroups, values.pfs),
    lifetime_seconds: wholeOf(values.lifetime_seconds),
  })

/** What a GM gateway leaves to choose in phase 1. */
export const toGmIkeChoices = (values: IkeFormValues): Pick<IkePolicyUpdate, 'lifetime_seconds' | 'dpd'> => ({
  lifetime_seconds: wholeOf(values.lifetime_seconds),
  dpd: dpdOf(values.dpd),
})

/** What a GM gateway leaves to choose in phase 2. */
export const toGmIpsecChoices = (values: IpsecFormValues): Pick<IpsecPolicyCreate, 'lifetime_seconds'> => ({
  lifetime_seconds: wholeOf(values.lifetime_seconds),
})

/** Phase 1 of a connection on a GM gateway: everything but lifetime and DPD is fixed. */
export const gmIkePolicy = {
  ike_version: 'v1',
  phase1_negotiation_mode: 'main',
  authentication_algorithm: 'sm3',
  encryption_algorithm: 'sm4',
  authentication_method: 'digital-envelope-v2',
} as const satisfies IkePolicyCreate

/** Phase 2 of a connection on a GM gateway. */
export const gmIpsecPolicy = {
  authentication_algorithm: 'sm3',
  encryption_algorithm: 'sm4',
} as const satisfies IpsecPolicyCreate
