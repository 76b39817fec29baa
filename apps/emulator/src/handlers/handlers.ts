import type { Accounts } from '../accounts.ts'
import { ces } from './ces.ts'
import { connectionMonitors } from './connection-monitors.ts'
import { customerGateways } from './customer-gateways.ts'
import { eip } from './eip.ts'
import { eps } from './eps.ts'
import { er } from './er.ts'
import { gatewayCertificates } from './gateway-certificates.ts'
import { gatewayUpgrades } from './gateway-upgrades.ts'
import type { Handlers } from './handler.ts'
import { iam } from './iam.ts'
import { ipsecSa } from './ipsec-sa.ts'
import { later } from './later.ts'
import { lts } from './lts.ts'
import { quotas } from './quotas.ts'
import { scm } from './scm.ts'
import { tags } from './tags.ts'
import { vpc } from './vpc.ts'
import { vpnConnections } from './vpn-connections.ts'
import { vpnGateways } from './vpn-gateways.ts'

/** Every operation of the catalogue, answered or said not to be. */
export const createHandlers = (accounts: Accounts): Handlers => ({
  ...vpnGateways,
  ...gatewayCertificates,
  ...gatewayUpgrades,
  ...customerGateways,
  ...vpnConnections,
  ...ipsecSa,
  ...connectionMonitors,
  ...tags,
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
