import { coveringPattern, roleRows, type RoleRow } from './role-rows.ts'

export type ActionOption = { value: string; label: string; description: string }
export type ActionGroup = { label: string; options: ActionOption[] }

const operationsWords = (count: number) => `${count} ${count === 1 ? 'operation' : 'operations'}`

const covered = (pattern: string) =>
  roleRows.filter(({ action }) => action !== undefined && coveringPattern([pattern], action) !== undefined).length

/** A pattern with how much it stands for. */
export const patternOption = (value: string, words: string): ActionOption => ({
  value,
  label: value,
  description: `${words}: ${operationsWords(covered(value))}`,
})

/** `vpn:vpnGateways` of `vpn:vpnGateways:create`; undefined for an action without a resource. */
const prefixOf = (action: string) =>
  action.split(':').length === 3 ? action.slice(0, action.lastIndexOf(':')) : undefined

const groupOf = (resource: string, rows: readonly RoleRow[], taken: Set<string>): ActionGroup => {
  const options: ActionOption[] = []
  const add = (option: ActionOption) => {
    if (taken.has(option.value)) return
    taken.add(option.value)
    options.push(option)
  }
  for (const { action } of rows) {
    const prefix = action === undefined ? undefined : prefixOf(action)
    if (prefix !== undefined) add(patternOption(`${prefix}:*`, 'All that begins so'))
  }
  for (const { action } of rows) {
    if (action === undefined) continue
    const names = roleRows.filter((row) => row.action === action).map(({ name }) => name)
    add({ value: action, label: action, description: names.join(', ') })
  }
  return { label: resource, options }
}

/** Every action there is to choose from, by what it is about; before them what covers many. Each is there once. */
export const actionGroups = (): ActionGroup[] => {
  const taken = new Set<string>()
  const broad = [
    patternOption('vpn:*', 'All of the VPN service'),
    patternOption('vpn:*:list', 'All lists of the VPN service'),
    patternOption('vpn:*:get', 'All details of the VPN service'),
    patternOption('console:*', 'All of the console itself'),
  ]
  for (const { value } of broad) taken.add(value)
  const resources = [...new Set(roleRows.map(({ resource }) => resource))]
  const groups = resources.map((resource) =>
    groupOf(
      resource,
      roleRows.filter((row) => row.resource === resource),
      taken,
    ),
  )
  return [{ label: 'Broad', options: broad }, ...groups.filter(({ options }) => options.length > 0)]
}
