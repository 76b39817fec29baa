import {
  builtInRoles,
  heldAt,
  knownActions,
  ownError,
  patternProblems,
  type GivenGrant,
  type Role,
  type RoleBody,
  type ShownRole,
} from '@vpn-console/api-client'
import { Router } from 'express'
import { placeOf } from '../access/above.ts'
import type { Caller } from '../caller.ts'
import { createGrantCheck, refuseBeyond, refuseProblems } from '../grant-check.ts'
import type { GrantFilter, GrantRow, NamedGrant } from '../store/grants.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

const builtInIds: ReadonlySet<string> = new Set(builtInRoles.map(({ id }) => id))

const unknownRole = () => ownError('CONSOLE.NOT_FOUND', 'There is no such role.')

const toGivenGrant = (row: NamedGrant, roles: readonly Role[]): GivenGrant => ({
  id: row.id,
  subject: { type: row.subject_type, id: row.subject, name: row.person_name ?? row.subject },
  role: row.role,
  roleName: roles.find(({ id }) => id === row.role)?.name ?? row.role,
  scope: placeOf(row),
  createdAt: row.created_at,
  createdBy: row.created_by,
})

const mostNames = 3

/** `lyon, the group ops and 4 more`. */
const namesOf = (rows: readonly NamedGrant[]): string => {
  const names = [
    ...new Set(
      rows.map((row) => (row.subject_type === 'group' ? `the group ${row.subject}` : (row.person_name ?? row.subject))),
    ),
  ]
  const more = names.length - mostNames
  if (more > 0) return `${names.slice(0, mostNames).join(', ')} and ${more} more`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : (names[0] ?? '')
}

/** Roles and grants: who may do what, and where. */
export const roleRoutes = (parts: RouteParts): Router => {
  const { store } = parts
  const { grants, roles } = store
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)

  const find = async (roleId: string): Promise<Role> => {
    const found = (await grants.roles()).find(({ id }) => id === roleId)
    if (!found) throw unknownRole()
    return found
  }
  const findOwn = async (roleId: string): Promise<Role> => {
    const role = await find(roleId)
    if (builtInIds.has(roleId)) {
      throw ownError('CONSOLE.CONFLICT', `${role.name} is built in. Make a role of your own with its actions instead.`)
    }
    return role
  }
  const shown = (role: Role, given: readonly GrantRow[]): ShownRole => ({
    ...role,
    actions: [...role.actions],
    isBuiltIn: builtInIds.has(role.id),
    grants: given.filter(({ role: id }) => id === role.id).length,
  })

  const checkBody = async (caller: Caller, body: RoleBody, roleId?: string) => {
    refuseProblems(patternProblems(body.actions, knownActions))
    const name = body.name.toLowerCase()
    if ((await grants.roles()).some((role) => role.id !== roleId && role.name.toLowerCase() === name)) {
      throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { name: `There is a role ${body.name} already.` } })
    }
    refuseBeyond({ id: '', ...body }, heldAt(caller.access, { type: 'all' }), 'Putting an action into a role')
  }

  serve('listRoles', async () => {
    const given = await grants.all()
    return { roles: (await grants.roles()).map((role) => shown(role, given)) }
  })

  const show = async (roleId: string) => shown(await find(roleId), await grants.all())
  serve('showRole', ({ input: { params } }) => show(params.roleId))

  serve(
    'createRole',
    async ({ caller, input: { body } }) => {
      await checkBody(caller, body)
      return shown(await roles.create(body), [])
    },
    { subject: (_, answer) => answer?.id },
  )

  serve(
    'updateRole',
    async ({ caller, input: { params, body } }) => {
      const before = await findOwn(params.roleId)
      // What somebody else made of more than the caller has is not his to change.
      refuseBeyond(before, heldAt(caller.access, { type: 'all' }), `Changing ${before.name}`)
      await checkBody(caller, body, params.roleId)
      if (!(await roles.update(params.roleId, body))) throw unknownRole()
      return shown({ id: params.roleId, ...body }, await grants.all())
    },
    { subject: ({ input }) => input.params.roleId, before: ({ input }) => show(input.params.roleId) },
  )

  serve(
    'deleteRole',
    async ({ caller, input: { params } }) => {
      const role = await findOwn(params.roleId)
      refuseBeyond(role, heldAt(caller.access, { type: 'all' }), `Deleting ${role.name}`)
      if (await roles.delete(role.id)) return undefined
      const given = await grants.list({ role: role.id })
      if (given.length === 0) throw unknownRole()
      throw ownError('CONSOLE.CONFLICT', `${role.name} is given to ${namesOf(given)}: take it from there first.`)
    },
    { subject: ({ input }) => input.params.roleId, before: ({ input }) => show(input.params.roleId) },
  )

  const listGrants = async (filter?: GrantFilter) => {
    const known = await grants.roles()
    return (await grants.list(filter)).map((row) => toGivenGrant(row, known))
  }
  serve('listGrants', async ({ input: { query } }) => ({ grants: await listGrants(query) }))

  const checkGrant = createGrantCheck(parts)

  serve(
    'giveGrant',
    async ({ caller, input: { body } }) => {
      const { subject, scope } = body
      const role = await checkGrant(caller, body)
      if (subject.type === 'person' && !(await grants.isPerson(subject.id))) {
        throw ownError('CONSOLE.NOT_FOUND', 'There is no such person.')
      }
      return { id: await grants.give(subject, role.id, scope, caller.userName) }
    },
    { subject: ({ input }) => input.body.subject.id },
  )

  serve(
    'takeGrant',
    async ({ caller, input: { params } }) => {
      const grant = (await grants.list()).find(({ id }) => id === params.grantId)
      if (!grant) throw ownError('CONSOLE.NOT_FOUND', 'There is no such grant.')
      const known = (await grants.roles()).find(({ id }) => id === grant.role)
      const role = known ?? { id: grant.role, name: grant.role, description: '', actions: [] }
      refuseBeyond(role, heldAt(caller.access, placeOf(grant)), `Taking ${role.name} from somebody`)
      if (await grants.takeUnlessLast(grant)) return undefined
      throw ownError(
        'CONSOLE.CONFLICT',
        `${namesOf([grant])} is the last administrator who can sign in. Give somebody else the role first.`,
      )
    },
    {
      subject: ({ input }) => input.params.grantId,
      before: async ({ input }) => (await listGrants()).find(({ id }) => id === input.params.grantId),
    },
  )

  return router
}
