import {
  policyTemplateInput,
  takesPolicyTemplate,
  templateAuthenticationAlgorithms,
  templateEncryptionAlgorithms,
  templateGroups,
  type PolicyTemplate,
  type PolicyTemplateInput,
  type VpnGateway,
} from '@vpn-console/api-client'
import * as z from 'zod'
import type { Change } from '../../../ui/ChangeList.tsx'
import { algorithmWords, lifetimeWords } from './template-words.ts'

// The fields carry the cloud's own names, so that the path of a problem in a request is the path of its field.

export type TemplateValues = {
  ike_policy: {
    encryption_algorithm: string
    authentication_algorithm: string
    dh_group: string
    lifetime_seconds: string
  }
  ipsec_policy: {
    encryption_algorithm: string
    authentication_algorithm: string
    pfs: string
    lifetime_seconds: string
  }
}

/** The form of a template; what the answer leaves out is left to choose. */
export const templateValues = ({
  ike_policy: ike = {},
  ipsec_policy: ipsec = {},
}: PolicyTemplate = {}): TemplateValues => ({
  ike_policy: {
    encryption_algorithm: ike.encryption_algorithm ?? '',
    authentication_algorithm: ike.authentication_algorithm ?? '',
    dh_group: ike.dh_group ?? '',
    lifetime_seconds: String(ike.lifetime_seconds ?? ''),
  },
  ipsec_policy: {
    encryption_algorithm: ipsec.encryption_algorithm ?? '',
    authentication_algorithm: ipsec.authentication_algorithm ?? '',
    pfs: ipsec.pfs ?? '',
    lifetime_seconds: String(ipsec.lifetime_seconds ?? ''),
  },
})

const known = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((candidate) => candidate === value)

/** As typed; what is no whole number is for the schema to refuse. */
const secondsOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))

const setOnly = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // What is undefined is left out, which is all that the type says.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never

const ikeOf = ({
  encryption_algorithm,
  authentication_algorithm,
  dh_group,
  lifetime_seconds,
}: TemplateValues['ike_policy']) =>
  setOnly({
    encryption_algorithm: known(templateEncryptionAlgorithms, encryption_algorithm),
    authentication_algorithm: known(templateAuthenticationAlgorithms, authentication_algorithm),
    dh_group: known(templateGroups, dh_group),
    lifetime_seconds: secondsOf(lifetime_seconds),
  })

const ipsecOf = ({
  encryption_algorithm,
  authentication_algorithm,
  pfs,
  lifetime_seconds,
}: TemplateValues['ipsec_policy']) =>
  setOnly({
    encryption_algorithm: known(templateEncryptionAlgorithms, encryption_algorithm),
    authentication_algorithm: known(templateAuthenticationAlgorithms, authentication_algorithm),
    pfs: known(templateGroups, pfs),
    lifetime_seconds: secondsOf(lifetime_seconds),
  })

const isSame = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b)

/** The policies that differ, each whole: whether the cloud keeps what is left out of one is not documented. */
export const toTemplate = (values: TemplateValues, before: TemplateValues): PolicyTemplateInput => ({
  ...(!isSame(values.ike_policy, before.ike_policy) && { ike_policy: ikeOf(values.ike_policy) }),
  ...(!isSame(values.ipsec_policy, before.ipsec_policy) && { ipsec_policy: ipsecOf(values.ipsec_policy) }),
})

const labels: Record<string, string> = {
  'ike_policy.encryption_algorithm': 'IKE encryption algorithm',
  'ike_policy.authentication_algorithm': 'IKE authentication algorithm',
  'ike_policy.dh_group': 'DH group',
  'ike_policy.lifetime_seconds': 'IKE SA lifetime',
  'ipsec_policy.encryption_algorithm': 'IPsec encryption algorithm',
  'ipsec_policy.authentication_algorithm': 'IPsec authentication algorithm',
  'ipsec_policy.pfs': 'PFS',
  'ipsec_policy.lifetime_seconds': 'IPsec SA lifetime',
}

const wordsOf = (path: string, value: string) =>
  path.endsWith('lifetime_seconds') ? lifetimeWords(value) : algorithmWords(value)

const flat = ({ ike_policy, ipsec_policy }: TemplateValues): [path: string, value: string][] => [
  ...Object.entries(ike_policy).map(([key, value]): [string, string] => [`ike_policy.${key}`, value]),
  ...Object.entries(ipsec_policy).map(([key, value]): [string, string] => [`ipsec_policy.${key}`, value]),
]

/** Every setting of a template in words, in the order of the form. */
export const templateWords = (values: TemplateValues): { label: string; value: string }[] =>
  flat(values).map(([path, value]) => ({ label: labels[path] ?? path, value: wordsOf(path, value) }))

/** The change in words, for the person who is about to send it. */
export const templateChanges = (values: TemplateValues, before: TemplateValues): Change[] => {
  const old = new Map(flat(before))
  return flat(values).flatMap(([path, value]) => {
    const was = old.get(path) ?? ''
    if (was === value.trim()) return []
    return [
      { label: labels[path] ?? path, removed: [wordsOf(path, was)], added: [wordsOf(path, value.trim())], kept: 0 },
    ]
  })
}

/** Everything wrong with the form: dotted paths of its fields. */
export const templateFindings = (values: TemplateValues, before: TemplateValues): { path: string; message: string }[] =>
  (policyTemplateInput.safeParse(toTemplate(values, before)).error?.issues ?? []).map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }))

export const templateSchema = (before: TemplateValues) =>
  z.custom<TemplateValues>().superRefine((values, context) => {
    for (const { path, message } of templateFindings(values, before)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message })
    }
  })

/** Why a gateway has no policy template; undefined where it has one. */
export const templateRefusal = ({ name, flavor }: Pick<VpnGateway, 'name' | 'flavor'>): string | undefined =>
  takesPolicyTemplate(flavor)
    ? undefined
    : `${name} has the specification ${flavor}: only gateways with a NonFixedIP specification have a policy template.`
