import { ApiError, type VpnUserGroup } from '@vpn-console/api-client'
import { useMemo, useState } from 'react'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { vpnUserGroupList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../paths.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormDialog } from '../../ui/form/FormDialog.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { showFlash } from '../../ui/flashes.ts'
import {
  emptyGroup,
  groupFormSchema,
  groupValuesOf,
  toCreateBody,
  toUpdateBody,
  type GroupFormValues,
} from './group-form.ts'

type GroupFormProps = {
  serverId: string
  groups: readonly VpnUserGroup[]
  /** The one that is edited; absent: a new one. */
  group?: VpnUserGroup | undefined
  /** Where the page goes when it is saved. */
  back: string
  disabledReason: string | undefined
  onClose: () => void
}

const fields = { 'user_group.name': 'name', 'user_group.description': 'description' } as const

const create = async (cloudId: string, serverId: string, values: GroupFormValues) => {
  const params = { vpn_server_id: serverId }
  const made = await createOrFind<{ id: string; name?: string }>({
    send: async () => (await call(cloudId, 'createVpnUserGroup', { params, body: toCreateBody(values) })).user_group,
    list: () => queryClient.fetchQuery({ ...vpnUserGroupList(cloudId, serverId), staleTime: 0 }),
    idOf: ({ id }) => id,
    nameOf: ({ name = '' }) => name,
    name: values.name,
  })
  const members = `${paths.vpnServer({ cloudId, serverId })}?tab=groups&group=${encodeURIComponent(made.id)}`
  showFlash({
    type: 'success',
    content: `The user group ${values.name} was created.`,
    link: { text: 'Add its members', to: members },
  })
}

const update = async (cloudId: string, serverId: string, group: VpnUserGroup, values: GroupFormValues) => {
  const params = { vpn_server_id: serverId, group_id: group.id }
  await call(cloudId, 'updateVpnUserGroup', { params, body: toUpdateBody(values, group) })
  showFlash({ type: 'success', content: `The user group ${values.name} was changed.` })
}

/** Makes a group, or gives one another name or description. */
export default function GroupForm(props: GroupFormProps) {
  const { serverId, groups, back, disabledReason, onClose } = props
  const cloudId = useCloudId()
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [group] = useState(props.group)
  const draftKey = `vpn-user-group.${serverId}.${group?.id ?? 'new'}`
  const schema = useMemo(() => groupFormSchema(groups, group), [groups, group])
  const form = useDraftForm<GroupFormValues>({
    draftKey,
    schema,
    defaultValues: group ? groupValuesOf(group) : emptyGroup,
  })
  const values = form.watch()
  const isUnchanged = group !== undefined && Object.keys(toUpdateBody(values, group).user_group).length === 0

  const submit = async (sent: GroupFormValues) => {
    await (group ? update(cloudId, serverId, group, sent) : create(cloudId, serverId, sent))
    void invalidate(cloudId, 'listVpnUserGroups', 'listVpnUsers', 'listVpnAccessPolicies')
    return back
  }

  return (
    <FormDialog<GroupFormValues>
      title={group ? `Edit user group ${group.name}` : 'Create user group'}
      submitText={group ? `Save ${group.name}` : 'Create user group'}
      errorTitle={group ? `${group.name} was not changed` : 'The user group was not created'}
      form={form}
      draftKey={draftKey}
      submit={submit}
      errorFields={(error) => {
        const isTaken = error instanceof ApiError && error.code === 'VPN.1300'
        if (isTaken) return [{ field: 'name', message: 'There is a group of this name already.' }]
        return fieldErrors<GroupFormValues>(error, fields)
      }}
      disabledReason={disabledReason ?? (isUnchanged ? 'Nothing is changed yet.' : undefined)}
      onClose={onClose}
    >
      <InputField<GroupFormValues>
        name="name"
        label="Name"
        constraint={group ? '1 to 64 characters.' : '1 to 64 letters, digits, underscores or hyphens.'}
      />
      <InputField<GroupFormValues> name="description" label="Description" isOptional />
    </FormDialog>
  )
}
