import type { IkePolicyCreate, IpsecPolicyCreate } from '@vpn-console/api-client'
import type { IkeFormValues, IpsecFormValues, SecurityFormValues } from './security-form.ts'

export type PresetName = 'recommended' | 'compatible'

type IkePart = Pick<
  IkeFormValues,
  'ike_version' | 'authentication_algorithm' | 'encryption_algorithm' | 'dh_group' | 'lifetime_seconds'
>

export type SecurityPreset = { ikepolicy: IkePart; ipsecpolicy: IpsecFormValues }

/** The choices of a request that a preset makes, so that it cannot name an algorithm the cloud does not have. */
type Choices = Required<
  Pick<IkePolicyCreate, 'ike_version' | 'authentication_algorithm' | 'encryption_algorithm' | 'dh_group'>
> &
  Required<Pick<IpsecPolicyCreate, 'pfs'>>

const preset = ({ ike_version, dh_group, pfs, ...algorithms }: Choices): SecurityPreset => ({
  ikepolicy: { ike_version, ...algorithms, dh_group, lifetime_seconds: '86400' },
  ipsecpolicy: { ...algorithms, pfs, lifetime_seconds: '3600' },
})

export const securityPresets: Record<PresetName, SecurityPreset> = {
  recommended: preset({
    ike_version: 'v2',
    authentication_algorithm: 'sha2-384',
    encryption_algorithm: 'aes-256-gcm-16',
    dh_group: 'group20',
    pfs: 'group20',
  }),
  compatible: preset({
    ike_version: 'v2',
    authentication_algorithm: 'sha2-256',
    encryption_algorithm: 'aes-256',
    dh_group: 'group14',
    pfs: 'group14',
  }),
}

const holds = (values: object, part: object) => {
  const fields = new Map(Object.entries(values))
  return Object.entries(part).every(([key, value]) => fields.get(key) === value)
}

/** The preset that the values are, or `custom`. Ids and DPD belong to none. */
export const presetOf = ({ ikepolicy, ipsecpolicy }: SecurityFormValues): PresetName | 'custom' => {
  const names = ['recommended', 'compatible'] as const
  const found = names.find(
    (name) =>
      holds(ikepolicy, securityPresets[name].ikepolicy) && holds(ipsecpolicy, securityPresets[name].ipsecpolicy),
  )
  return found ?? 'custom'
}

/** The values with a preset put in; ids, DPD and the mode of IKE v1 stay as they are. */
export const withPreset = ({ ikepolicy }: SecurityFormValues, name: PresetName): SecurityFormValues => ({
  ikepolicy: { ...ikepolicy, ...securityPresets[name].ikepolicy },
  ipsecpolicy: { ...securityPresets[name].ipsecpolicy },
})
