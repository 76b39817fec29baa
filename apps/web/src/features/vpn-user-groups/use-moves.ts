import type { VpnUserGroup } from '@vpn-console/api-client'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { readsOfMembers } from './group-queries.ts'
import { planMoves, runMoves, type Member, type MoveState, type MoveStep } from './member-moves.ts'

/** The service says that a change takes effect a little later. */
const pauseMs = 2_000

/** Moves users between groups and keeps how far it is; what failed can be resumed. */
export const useMoves = (serverId: string, groups: readonly VpnUserGroup[]) => {
  const cloudId = useCloudId()
  const [state, setState] = useState<MoveState>()

  const send = ({ kind, group, users }: MoveStep) =>
    call(cloudId, kind === 'add' ? 'addVpnUsersToGroup' : 'removeVpnUsersFromGroup', {
      params: { vpn_server_id: serverId, group_id: group.id },
      body: { users: users.map(({ id }) => ({ id })) },
    })

  const run = async (from: Pick<MoveState, 'steps' | 'done'>) => {
    const wait = () => new Promise<void>((resolve) => setTimeout(resolve, pauseMs))
    const end = await runMoves(from, { send, wait, onState: setState })
    await invalidate(cloudId, ...readsOfMembers)
    return end
  }

  return {
    state,
    begin: (users: readonly Member[], target: VpnUserGroup) =>
      run({ steps: planMoves(users, target, groups), done: 0 }),
    resume: () => (state ? run(state) : Promise.resolve(undefined)),
  }
}
export type Moves = ReturnType<typeof useMoves>
