import { ownQuery } from '../../api/console-call.ts'

export const roleList = ownQuery('listRoles', {})

export const roleQuery = (roleId: string) => ownQuery('showRole', { params: { roleId } })

/** Who has a role. */
export const grantsOfRole = (roleId: string) => ownQuery('listGrants', { query: { role: roleId } })
