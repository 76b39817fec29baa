import type { Accounts } from '../accounts.ts'
import { ces } from './ces.ts'
import { customerGateways } from './customer-gateways.ts'
import { eip } from './eip.ts'
import { eps } from './eps.ts'
import { er } from './er.ts'
import type { Handlers } from './handler.ts'
import { iam } from './iam.ts'
import { later } from './later.ts'
import { lts } from './lts.ts'
import { quotas } from './quotas.ts'
import { scm } from './scm.ts'
import { vpc } from './vpc.ts'
import { vpnConnections } from './vpn-connections.ts'
import { vpnGateways } from './vpn-gateways.ts'

/** Every operation of the catalogue, answered or said not to be. */
export const createHandlers = (accounts: Accounts): Handlers => ({
  ...vpnGateways,
  ...customerGateways,
  ...vpnConnections,
  ...quotas,
  ...vpc,
  ...eip,
  ...er,
  ...scm,
  ...lts,
  ...ces,
  ...iam(accounts),
  ...eps,
  ...later,
})
