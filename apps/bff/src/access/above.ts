import { heldAt, lackedToGrant, ownError, type GivenGrant } from '@vpn-console/api-client'
import type { Caller } from '../caller.ts'
import type { GrantRow, Grants } from '../store/grants.ts'

/** The scope of a kept grant. */
export const placeOf = ({ scope_type, cloud_id, scope_id, vpn_user_id }: GrantRow): GivenGrant['scope'] => ({
  type: scope_type,
  ...(cloud_id !== '' && { cloudId: cloud_id }),
  ...(scope_id !== '' && { scopeId: scope_id }),
  ...(vpn_user_id !== '' && { vpnUserId: vpn_user_id }),
})

/**
 * Refuses to let somebody take over or lock out a person who may do more than he: a small permission would be the way
 * to all. `what` is the act, such as `Resetting the password`.
 */
export const refuseAbove = async (caller: Caller, grants: Grants, personId: string, what: string): Promise<void> => {
  const roles = await grants.roles()
  for (const grant of await grants.of(personId, [])) {
    const role = roles.find(({ id }) => id === grant.role)
    const lacked = role ? lackedToGrant(role, heldAt(caller.access, placeOf(grant))) : []
    if (lacked.length === 0) continue
    throw ownError('CONSOLE.DENIED', `${what} of somebody takes having his roles: you lack ${lacked.join(', ')}.`)
  }
}
