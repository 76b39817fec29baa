import * as z from 'zod'
import {
  authenticationAlgorithms,
  dhGroups,
  encryptionAlgorithms,
  pfsGroups,
  templateAuthenticationAlgorithms,
  templateEncryptionAlgorithms,
  templateGroups,
  weakAuthentication,
  weakDhGroups,
  weakEncryption,
} from './algorithms.ts'
import { anyText, oneOf, openEnum, whole } from './fields.ts'

export const templateIkePolicyInput = z.strictObject({
  encryption_algorithm: oneOf(templateEncryptionAlgorithms).optional(),
  dh_group: oneOf(templateGroups).optional(),
  authentication_algorithm: oneOf(templateAuthenticationAlgorithms).optional(),
  lifetime_seconds: whole(60, 604800).optional(),
})
export type TemplateIkePolicyInput = z.infer<typeof templateIkePolicyInput>

export const templateIpsecPolicyInput = z.strictObject({
  authentication_algorithm: oneOf(templateAuthenticationAlgorithms).optional(),
  encryption_algorithm: oneOf(templateEncryptionAlgorithms).optional(),
  pfs: oneOf(templateGroups).optional(),
  lifetime_seconds: whole(30, 604800).optional(),
})
export type TemplateIpsecPolicyInput = z.infer<typeof templateIpsecPolicyInput>

export const policyTemplateInput = z.strictObject({
  ike_policy: templateIkePolicyInput.optional(),
  ipsec_policy: templateIpsecPolicyInput.optional(),
})
export type PolicyTemplateInput = z.infer<typeof policyTemplateInput>

export const templateIkePolicy = z.object({
  encryption_algorithm: openEnum(templateEncryptionAlgorithms).optional(),
  dh_group: openEnum(templateGroups).optional(),
  authentication_algorithm: openEnum(templateAuthenticationAlgorithms).optional(),
  lifetime_seconds: z.number().optional(),
})
export type TemplateIkePolicy = z.infer<typeof templateIkePolicy>

export const templateIpsecPolicy = z.object({
  authentication_algorithm: openEnum(templateAuthenticationAlgorithms).optional(),
  encryption_algorithm: openEnum(templateEncryptionAlgorithms).optional(),
  pfs: openEnum(templateGroups).optional(),
  lifetime_seconds: z.number().optional(),
})
export type TemplateIpsecPolicy = z.infer<typeof templateIpsecPolicy>

export const policyTemplate = z.object({
  ike_policy: templateIkePolicy.optional(),
  ipsec_policy: templateIpsecPolicy.optional(),
})
export type PolicyTemplate = z.infer<typeof policyTemplate>

export const dpdInput = z.strictObject({
  timeout: whole(2, 60).optional().meta({ default: 15 }),
  interval: whole(10, 3600).optional().meta({ default: 30 }),
  msg: oneOf(['seq-hash-notify', 'seq-notify-hash']).optional().meta({ default: 'seq-hash-notify' }),
})
export type DpdInput = z.infer<typeof dpdInput>

export const ikePolicyCreate = z.strictObject({
  ike_version: oneOf(['v1', 'v2']).optional().meta({ default: 'v2' }),
  /** Required with ike_version v1. */
  phase1_negotiation_mode: oneOf(['main', 'aggressive']).optional().meta({ default: 'main' }),
  authentication_algorithm: oneOf(authenticationAlgorithms)
    .optional()
    .meta({ default: 'sha2-256', weakValues: weakAuthentication }),
  encryption_algorithm: oneOf(encryptionAlgorithms).optional().meta({ default: 'aes-128', weakValues: weakEncryption }),
  /** Not GM. */
  dh_group: oneOf(dhGroups).optional().meta({ default: 'group15', weakValues: weakDhGroups }),
  authentication_method: oneOf(['pre-share', 'digital-envelope-v2']).optional(),
  lifetime_seconds: whole(60, 604800).optional().meta({ default: 86400 }),
  /** Not GM. */
  local_id_type: oneOf(['ip', 'fqdn']).optional().meta({ default: 'ip' }),
  /** Required with local_id_type fqdn, not GM. */
  local_id: anyText.optional(),
  /** Not GM. */
  peer_id_type: oneOf(['ip', 'fqdn']).optional().meta({ default: 'ip' }),
  /** Required with peer_id_type fqdn, not GM. */
  peer_id: anyText.optional(),
  dpd: dpdInput.optional(),
})
export type IkePolicyCreate = z.infer<typeof ikePolicyCreate>

export const dpd = z.object({
  timeout: z.number().optional(),
  interval: z.number().optional(),
  msg: openEnum(['seq-hash-notify', 'seq-notify-hash']).optional(),
})
export type Dpd = z.infer<typeof dpd>

export const ipsecPolicyCreate = z.strictObject({
  authentication_algorithm: oneOf(authenticationAlgorithms)
    .optional()
    .meta({ default: 'sha2-256', weakValues: weakAuthentication }),
  encryption_algorithm: oneOf(encryptionAlgorithms).optional().meta({ default: 'aes-128', weakValues: weakEncryption }),
  /** Not GM. */
  pfs: oneOf(pfsGroups).optional().meta({ default: 'group15', weakValues: weakDhGroups }),
  transform_protocol: oneOf(['esp']).optional().meta({ default: 'esp' }),
  lifetime_seconds: whole(30, 604800).optional().meta({ default: 3600 }),
  encapsulation_mode: oneOf(['tunnel']).optional().meta({ default: 'tunnel' }),
})
export type IpsecPolicyCreate = z.infer<typeof ipsecPolicyCreate>

export const ikePolicy = z.object({
  ike_version: openEnum(['v1', 'v2']).optional(),
  /** Ike_version v1. */
  phase1_negotiation_mode: openEnum(['main', 'aggressive']).optional(),
  authentication_algorithm: openEnum(authenticationAlgorithms).optional(),
  encryption_algorithm: openEnum(encryptionAlgorithms).optional(),
  /** Not GM. */
  dh_group: openEnum(dhGroups).optional(),
  authentication_method: openEnum(['pre-share', 'digital-envelope-v2']).optional(),
  lifetime_seconds: z.number().optional(),
  /** Not GM. */
  local_id_type: openEnum(['ip', 'fqdn']).optional(),
  /** Not GM. */
  local_id: z.string().optional(),
  /** Not GM. */
  peer_id_type: openEnum(['ip', 'fqdn', 'any']).optional(),
  /** Not GM, not with any. */
  peer_id: z.string().optional(),
  dpd: dpd.optional(),
})
export type IkePolicy = z.infer<typeof ikePolicy>

export const ipsecPolicy = z.object({
  authentication_algorithm: openEnum(authenticationAlgorithms).optional(),
  encryption_algorithm: openEnum(encryptionAlgorithms).optional(),
  /** Not GM. */
  pfs: openEnum(pfsGroups).optional(),
  transform_protocol: openEnum(['esp']).optional(),
  lifetime_seconds: z.number().optional(),
  encapsulation_mode: openEnum(['tunnel']).optional(),
})
export type IpsecPolicy = z.infer<typeof ipsecPolicy>

export const ikePolicyUpdate = z.strictObject({
  ike_version: oneOf(['v1', 'v2']).optional(),
  /** Ike_version v1. */
  phase1_negotiation_mode: oneOf(['main', 'aggressive']).optional(),
  authentication_algorithm: oneOf(authenticationAlgorithms).optional().meta({ weakValues: weakAuthentication }),
  encryption_algorithm: oneOf(encryptionAlgorithms).optional().meta({ weakValues: weakEncryption }),
  /** Not GM. */
  dh_group: oneOf(dhGroups).optional().meta({ weakValues: weakDhGroups }),
  lifetime_seconds: whole(60, 604800).optional(),
  /** Not GM. */
  local_id_type: oneOf(['ip', 'fqdn']).optional(),
  /** Required with local_id_type fqdn. */
  local_id: anyText.optional(),
  /** Not GM. */
  peer_id_type: oneOf(['ip', 'fqdn']).optional(),
  /** Required with peer_id_type fqdn. */
  peer_id: anyText.optional(),
  dpd: dpdInput.optional(),
})
export type IkePolicyUpdate = z.infer<typeof ikePolicyUpdate>

export const ipsecPolicyUpdate = z.strictObject({
  authentication_algorithm: oneOf(authenticationAlgorithms).optional().meta({ weakValues: weakAuthentication }),
  encryption_algorithm: oneOf(encryptionAlgorithms).optional().meta({ weakValues: weakEncryption }),
  /** Not GM. */
  pfs: oneOf(pfsGroups).optional().meta({ weakValues: weakDhGroups }),
  transform_protocol: oneOf(['esp']).optional(),
  lifetime_seconds: whole(30, 604800).optional(),
  encapsulation_mode: oneOf(['tunnel']).optional(),
})
export type IpsecPolicyUpdate = z.infer<typeof ipsecPolicyUpdate>
