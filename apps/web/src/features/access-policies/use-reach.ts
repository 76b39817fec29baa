import type { VpnServer } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { nextPollMs, useCloudId } from '../../api/operation-query.ts'
import { accessPolicyList, vpnUserGroupList, vpnUserList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { findReach, readReach } from './reach.ts'

/** Others change policies, groups and users, too; an answer must not grow old. */
const pollMs = 30_000

/** The policies of a server, and who may reach what was typed, kept up to date. */
export const useReach = ({ id }: VpnServer, typed: string) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const read = useMemo(() => readReach(typed), [typed])
  const wanted = read && 'block' in read ? read : undefined
  const policies = useQuery({
    ...accessPolicyList(cloudId, id),
    enabled: denied('listVpnAccessPolicies') === undefined,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const groups = useQuery({
    ...vpnUserGroupList(cloudId, id),
    enabled: wanted !== undefined && denied('listVpnUserGroups') === undefined,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const users = useQuery({
    ...vpnUserList(cloudId, id),
    enabled: wanted !== undefined && denied('listVpnUsers') === undefined,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  // Half an answer would be a wrong one: it waits for the lists that can be had.
  const isWaiting = groups.isLoading || users.isLoading
  const reach = useMemo(
    () =>
      wanted && policies.data && !isWaiting
        ? findReach(wanted.block, { policies: policies.data, groups: groups.data, users: users.data })
        : undefined,
    [wanted, policies.data, groups.data, users.data, isWaiting],
  )
  return { policies, read, reach }
}
