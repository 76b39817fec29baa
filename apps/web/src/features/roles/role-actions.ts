import type { ShownRole } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'

/** Why a role cannot be changed, or undefined. */
export const editRefusal = ({ isBuiltIn, name }: ShownRole): string | undefined =>
  isBuiltIn ? `${name} is built in: create a role from it and change that.` : undefined

/** Why a role cannot be deleted, or undefined. Who has it is told by the role's page. */
export const deleteRefusal = ({ isBuiltIn, name, grants }: ShownRole): string | undefined => {
  if (isBuiltIn) return `${name} is built in.`
  if (grants === 0) return undefined
  return `It is given ${grants === 1 ? 'once' : `${grants} times`}: take it from there first.`
}

/** The form of a new role that begins with what another one may do. */
export const copyOf = ({ id }: Pick<ShownRole, 'id'>): string => `${paths.roleNew()}?from=${encodeURIComponent(id)}`
