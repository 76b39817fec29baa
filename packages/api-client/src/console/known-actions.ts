import { operation, operationNames } from '../catalogue/catalogue.ts'
import type { KnownActions } from './grant-rules.ts'
import type { ConsoleOperation } from './operation.ts'
import { consoleOperations } from './operations.ts'
import { requiredAction } from './required-action.ts'

/** Whether an operation is about one VPN server, by its path. */
export const isAboutServer = ({ path }: { path: string }): boolean => path.includes('{vpn_server_id}')

const sorted = (actions: Iterable<string | null>) =>
  [...new Set(actions)].filter((action) => action !== null).toSorted()

/** All actions of the catalogue and of the console's own endpoints. */
export const knownActions: KnownActions = {
  cloud: sorted(operationNames.map(requiredAction)),
  server: sorted(operationNames.filter((name) => isAboutServer(operation(name))).map(requiredAction)),
  console: sorted(
    Object.values<ConsoleOperation>(consoleOperations).map((row) => ('action' in row ? row.action : null)),
  ),
}
