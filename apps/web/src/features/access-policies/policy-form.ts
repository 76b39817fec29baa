import {
  destinationProblems,
  vpnAccessPolicyCreate,
  type VpnAccessPolicy,
  type VpnAccessPolicyCreate,
  type VpnAccessPolicyUpdate,
} from '@vpn-console/api-client'
import * as z from 'zod'

export type PolicyFormValues = { name: string; groupId: string; destinations: string; description: string }

export const emptyPolicy: PolicyFormValues = { name: '', groupId: '', destinations: '', description: '' }

/** Blocks as they were typed: one a line, or with commas or spaces between. */
export const blocksOf = (text: string): string[] => text.split(/[\s,;]+/).filter((block) => block !== '')

export const policyValuesOf = (policy: VpnAccessPolicy): PolicyFormValues => ({
  name: policy.name,
  groupId: policy.user_group_id ?? '',
  destinations: (policy.dest_ip_cidrs ?? []).join('\n'),
  description: policy.description ?? '',
})

const { description } = vpnAccessPolicyCreate.required().shape

/** What is wrong with the destinations, in one text that names each. */
const destinationsMessage = (text: string): string | undefined => {
  const problems = destinationProblems(blocksOf(text))
  const messages = problems.map(({ about, message }) =>
    about === undefined || message.includes(about) ? message : `${about}: ${message}`,
  )
  return messages.length === 0 ? undefined : [...new Set(messages)].join(' ')
}

export const policyFormSchema = z
  .object({
    name: z.string().trim().min(1, 'Give the policy a name.').max(64, 'Use at most 64 characters.'),
    groupId: z.string().min(1, 'Choose the group whose users may reach the destinations.'),
    destinations: z.string(),
    description,
  })
  .superRefine(({ destinations }, context) => {
    const message = destinationsMessage(destinations)
    if (message !== undefined) context.addIssue({ code: 'custom', path: ['destinations'], message })
  })

const wantedOf = (values: PolicyFormValues): Required<VpnAccessPolicyCreate> => ({
  name: values.name.trim(),
  user_group_id: values.groupId,
  dest_ip_cidrs: blocksOf(values.destinations),
  description: values.description,
})

export const toCreateBody = (values: PolicyFormValues): { access_policy: VpnAccessPolicyCreate } => {
  const { description: text, ...wanted } = wantedOf(values)
  return { access_policy: { ...wanted, ...(text !== '' && { description: text }) } }
}

/** What is to be changed, and nothing else. */
export const toUpdateBody = (
  values: PolicyFormValues,
  policy: VpnAccessPolicy,
): { access_policy: VpnAccessPolicyUpdate } => {
  const wanted = wantedOf(values)
  const before = wantedOf(policyValuesOf(policy))
  return {
    access_policy: {
      ...(wanted.name !== before.name && { name: wanted.name }),
      ...(wanted.user_group_id !== before.user_group_id && { user_group_id: wanted.user_group_id }),
      ...(wanted.dest_ip_cidrs.join() !== before.dest_ip_cidrs.join() && { dest_ip_cidrs: wanted.dest_ip_cidrs }),
      ...(wanted.description !== before.description && { description: wanted.description }),
    },
  }
}

export const isDefaultPolicy = ({ type }: Pick<VpnAccessPolicy, 'type'>): boolean => type === 'Default'

/** Why the service lets a policy not be changed, or undefined. */
export const policyRefuses = (policy: Pick<VpnAccessPolicy, 'type'>): string | undefined =>
  isDefaultPolicy(policy)
    ? 'The default policy is the service’s own: it says what the users of the default group may reach.'
    : undefined
