import type { Logger } from 'pino'
import type { Access } from '../access/access.ts'
import type { Administration } from '../clouds/administration.ts'
import type { AuditKeeper } from '../background/audit-keeper.ts'
import type { ReadCache } from '../forward/read-cache.ts'
import type { SharedRead } from '../forward/shared-read.ts'
import type { Metrics } from '../metrics.ts'
import type { SecondFactor } from '../second-factor.ts'
import type { Provider } from '../sign-on/provider.ts'
import type { SignOnService } from '../sign-on/sign-on.ts'
import type { Store } from '../store/store.ts'
import type { Tuning } from '../tuning.ts'
import type { Vault } from '../vault.ts'
import type { ServeParts } from './serve.ts'

/** What the console's own endpoints work with. */
export type RouteParts = ServeParts & {
  keeper: AuditKeeper
  store: Store
  accounts: Administration
  vault: Vault
  secondFactor: SecondFactor
  /** Of the sign-on, and the way to it and back. */
  provider: Provider
  signOn: SignOnService
  tuning: Tuning
  log: Logger
  metrics: Metrics
  cache: ReadCache
  /** Reads of a cloud by the console itself, shared with those of its people. */
  read: SharedRead
  now: () => number
  /** The address people type, where it is not the one listened on. */
  publicUrl: string | undefined
  accessOf: (personId: string, groups: readonly string[]) => Promise<Access>
}
