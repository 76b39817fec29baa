import type { VpnUser } from '@vpn-console/api-client'
import { useState } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { invalidate, load, useCloudId, useLive } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import type { CodeRequest } from '../../ui/code/code-request.ts'
import { showFlash } from '../../ui/flashes.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { UserDetailsFields } from './UserDetailsFields.tsx'
import { detailsOf, editErrors, surroundingsOf, toUserUpdate, userEditForm, type UserDetails } from './user-form.ts'
import { serverList, useUserFacts, vpnUser, vpnUserGroupList, vpnUserList } from './user-queries.ts'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) => {
  const { cloudId = '', serverId = '', userId = '' } = params
  void queryClient.prefetchQuery(serverList(cloudId))
  void queryClient.prefetchQuery(vpnUserGroupList(cloudId, serverId))
  void queryClient.prefetchQuery(vpnUserList(cloudId, serverId))
  return load(request, vpnUser(cloudId, serverId, userId))
}

export const crumb = 'Edit user'

const tabOf = (cloudId: string, serverId: string) => `${paths.vpnServer({ cloudId, serverId })}?tab=users`

const callOf = (serverId: string, user: VpnUser, values: UserDetails) => ({
  params: { vpn_server_id: serverId, user_id: user.id },
  body: { user: toUserUpdate(values, user) },
})

const save = async (cloudId: string, serverId: string, user: VpnUser, values: UserDetails): Promise<string> => {
  await call(cloudId, 'updateVpnUser', callOf(serverId, user, values))
  void invalidate(cloudId, 'listVpnUsers', 'showVpnUser', 'listVpnUserGroups', 'listVpnUsersInGroup')
  showFlash({ type: 'success', content: `${user.name} was changed.` })
  return tabOf(cloudId, serverId)
}

/** Why nothing can be sent: a request without a change would only say so. */
const useNothingChanged = (control: Control<UserDetails>, user: VpnUser) => {
  const [groupId, hasStaticIp, staticIp, description] = useWatch({
    control,
    name: ['groupId', 'hasStaticIp', 'staticIp', 'description'],
  })
  const body = toUserUpdate({ groupId, hasStaticIp, staticIp, description }, user)
  return Object.keys(body).length > 0 ? undefined : 'Nothing is changed yet.'
}

export default function UserEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { serverId = '', userId = '' } = useParams()
  const { data } = useLive(vpnUser(cloudId, serverId, userId), () => false)
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [user] = useState(data.user)
  const { server, users, groups } = useUserFacts(cloudId, serverId)
  const around = surroundingsOf(server?.client_cidr, users, user.id)
  const draftKey = `vpn-user.${cloudId}.${user.id}`
  const form = useDraftForm<UserDetails>({
    draftKey,
    schema: userEditForm(user, around),
    defaultValues: detailsOf(user),
  })
  const nothingChanged = useNothingChanged(form.control, user)

  const calls = (values: UserDetails): CodeRequest[] => {
    const input = callOf(serverId, user, values)
    return Object.keys(input.body.user).length === 0 ? [] : [{ name: 'updateVpnUser', input }]
  }

  return (
    <FormShell
      title={`Edit ${user.name}`}
      description="The name of a user is fixed: for another, create another user. A new password is set from the list of users."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, serverId, user, values)}
      errorFields={editErrors}
      submitText={`Save ${user.name}`}
      disabledReason={denied('updateVpnUser') ?? nothingChanged}
      errorTitle={`${user.name} was not changed`}
      cancelTo={tabOf(cloudId, serverId)}
      calls={calls}
    >
      <UserDetailsFields groups={groups} around={around} ownAddress={user.static_ip} />
    </FormShell>
  )
}
