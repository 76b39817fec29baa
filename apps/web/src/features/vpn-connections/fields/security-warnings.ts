import { weaknesses } from '@vpn-console/api-client'
import { toIkePolicy, toIpsecPolicy, type SecurityFormValues } from './security-form.ts'

/** A word of warning by the path of the field it belongs beside, for choices that are allowed but weak. */
export const securityWarnings = ({ ikepolicy, ipsecpolicy }: SecurityFormValues): Readonly<Record<string, string>> => {
  const ike = toIkePolicy(ikepolicy)
  const warnings = Object.fromEntries(
    weaknesses({ ikepolicy: ike, ipsecpolicy: toIpsecPolicy(ipsecpolicy) }).map(({ path, message }) => [path, message]),
  )
  // RFC 5282 brings these ciphers to IKE v2 only; the cloud takes the pair, but many a peer does not.
  if (ike.ike_version === 'v1' && ike.encryption_algorithm?.includes('gcm')) {
    warnings['ikepolicy.encryption_algorithm'] = 'Many devices know GCM in phase 1 with IKE v2 only.'
  }
  return warnings
}
