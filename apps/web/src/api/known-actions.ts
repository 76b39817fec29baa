import { isAboutServer, type KnownActions } from '@vpn-console/api-client'
import { consoleOperations, operations } from 'virtual:operations'

const sorted = (actions: readonly (string | null | undefined)[]): string[] =>
  [...new Set(actions)].filter((action) => typeof action === 'string').toSorted()

const rows = Object.values(operations)

/** All actions there are, from the table of operations. */
export const knownActions: KnownActions = {
  cloud: sorted(rows.map(({ action }) => action)),
  server: sorted(rows.filter(isAboutServer).map(({ action }) => action)),
  console: sorted(Object.values(consoleOperations).map(({ action }) => action)),
}
