import type { VpnAccessPolicy } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { accessPolicyList, vpnUserGroupList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { showFlash } from '../../ui/flashes.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormDialog } from '../../ui/form/FormDialog.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { SelectField } from '../../ui/form/SelectField.tsx'
import { TextareaField } from '../../ui/form/TextareaField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import {
  blocksOf,
  emptyPolicy,
  policyFormSchema,
  policyValuesOf,
  toCreateBody,
  toUpdateBody,
  type PolicyFormValues,
} from './policy-form.ts'

type PolicyFormProps = {
  serverId: string
  /** The one that is edited; absent: a new one. */
  policy?: VpnAccessPolicy | undefined
  /** Where the page goes when it is saved. */
  back: string
  disabledReason: string | undefined
  onClose: () => void
}

const fields = {
  'access_policy.name': 'name',
  'access_policy.user_group_id': 'groupId',
  'access_policy.dest_ip_cidrs': 'destinations',
  'access_policy.description': 'description',
} as const
const codes = {
  'VPN.1301': 'groupId',
  'VPN.1402': 'destinations',
  'VPN.1403': 'destinations',
  'VPN.1404': 'destinations',
  'VPN.1405': 'destinations',
} as const

const create = async (cloudId: string, serverId: string, values: PolicyFormValues) => {
  const params = { vpn_server_id: serverId }
  await createOrFind<{ id: string; name?: string }>({
    send: async () =>
      (await call(cloudId, 'createVpnAccessPolicy', { params, body: toCreateBody(values) })).access_policy,
    list: () => queryClient.fetchQuery({ ...accessPolicyList(cloudId, serverId), staleTime: 0 }),
    idOf: ({ id }) => id,
    nameOf: ({ name = '' }) => name,
    name: values.name.trim(),
  })
  showFlash({ type: 'success', content: `The access policy ${values.name.trim()} was created.` })
}

const update = async (cloudId: string, serverId: string, policy: VpnAccessPolicy, values: PolicyFormValues) => {
  const params = { vpn_server_id: serverId, policy_id: policy.id }
  await call(cloudId, 'updateVpnAccessPolicy', { params, body: toUpdateBody(values, policy) })
  showFlash({ type: 'success', content: `The access policy ${values.name.trim()} was changed.` })
}

/** Makes an access policy, or changes one. */
export default function PolicyForm(props: PolicyFormProps) {
  const { serverId, back, disabledReason, onClose } = props
  const cloudId = useCloudId()
  const denied = useDenied()
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [policy] = useState(props.policy)
  const draftKey = `vpn-access-policy.${serverId}.${policy?.id ?? 'new'}`
  const form = useDraftForm<PolicyFormValues>({
    draftKey,
    schema: policyFormSchema,
    defaultValues: policy ? policyValuesOf(policy) : emptyPolicy,
  })
  const groupsDenied = denied('listVpnUserGroups')
  const groups = useQuery({ ...vpnUserGroupList(cloudId, serverId), enabled: groupsDenied === undefined })
  const values = form.watch()
  const isUnchanged = policy !== undefined && Object.keys(toUpdateBody(values, policy).access_policy).length === 0
  const blocks = blocksOf(values.destinations).length

  const submit = async (sent: PolicyFormValues) => {
    await (policy ? update(cloudId, serverId, policy, sent) : create(cloudId, serverId, sent))
    void invalidate(cloudId, 'listVpnAccessPolicies')
    return back
  }

  return (
    <FormDialog<PolicyFormValues>
      title={policy ? `Edit access policy ${policy.name}` : 'Create access policy'}
      submitText={policy ? `Save ${policy.name}` : 'Create access policy'}
      errorTitle={policy ? `${policy.name} was not changed` : 'The access policy was not created'}
      form={form}
      draftKey={draftKey}
      submit={submit}
      errorFields={(error) => fieldErrors<PolicyFormValues>(error, fields, codes)}
      disabledReason={disabledReason ?? (isUnchanged ? 'Nothing is changed yet.' : undefined)}
      onClose={onClose}
    >
      <InputField<PolicyFormValues> name="name" label="Name" constraint="1 to 64 characters." />
      {groupsDenied === undefined ? (
        <SelectField<PolicyFormValues>
          name="groupId"
          label="User group"
          description="Its users may reach the destinations."
          isFiltered
          placeholder="Choose a group"
          statusType={groups.isPending ? 'loading' : groups.isError ? 'error' : 'finished'}
          empty="The server has no user groups."
          options={(groups.data ?? []).map(({ id, name, user_number: users, description }) => ({
            value: id,
            label: name,
            ...(users !== undefined && { tags: [users === 1 ? '1 user' : `${users} users`] }),
            ...(description && { description }),
          }))}
        />
      ) : (
        <InputField<PolicyFormValues> name="groupId" label="Id of the user group" description={groupsDenied} />
      )}
      <TextareaField<PolicyFormValues>
        name="destinations"
        label="Destinations"
        description="IPv4 blocks, one a line. What the policies of a group allow adds up."
        constraint={`${blocks} of 10 blocks.`}
        placeholder={'192.168.1.0/24\n10.1.2.3/32'}
        rows={6}
      />
      <InputField<PolicyFormValues> name="description" label="Description" isOptional />
    </FormDialog>
  )
}
