import {
  grantProblems,
  heldAt,
  knownActions,
  lackedToGrant,
  ownError,
  problem,
  type GrantPlace,
  type Problem,
  type Role,
} from '@vpn-console/api-client'
import type { Caller } from './caller.ts'
import type { CloudRegistry } from './clouds/registry.ts'
import type { Store } from './store/store.ts'

/** Refuses an input with the first problem of each field; `prefix` is where the fields are in the body. */
export const refuseProblems = (problems: readonly Problem[], prefix = ''): void => {
  if (problems.length === 0) return
  const fields = Object.fromEntries(problems.toReversed().map(({ path, message }) => [`${prefix}${path}`, message]))
  throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields })
}

/** Nobody hands on, takes away or makes more than he has himself: else a small permission would be the way to all. */
export const refuseBeyond = (role: Role, held: readonly string[], what: string): void => {
  const lacked = lackedToGrant(role, held)
  if (lacked.length === 0) return
  throw ownError('CONSOLE.DENIED', `${what} takes having it: you lack ${lacked.join(', ')} there.`)
}

/** Makes the check of a grant before it is given: the role is there, fits the place, and the caller has it himself. */
export const createGrantCheck =
  ({ store, clouds }: { store: Pick<Store, 'grants'>; clouds: CloudRegistry }) =>
  async (caller: Caller, given: { role: string; scope: GrantPlace }, prefix = ''): Promise<Role> => {
    const role = (await store.grants.roles()).find(({ id }) => id === given.role)
    if (!role) throw ownError('CONSOLE.NOT_FOUND', 'There is no such role.')
    const { scope } = given
    refuseProblems(grantProblems(role, scope, knownActions), `${prefix}scope.`)
    if (scope.cloudId !== undefined && !clouds.get(scope.cloudId)) {
      refuseProblems([problem('grant-scope', 'cloudId', 'There is no such cloud.')], `${prefix}scope.`)
    }
    refuseBeyond(role, heldAt(caller.access, scope), `Giving ${role.name}`)
    return role
  }
