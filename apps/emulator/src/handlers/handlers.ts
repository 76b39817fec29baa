import type { Accounts } from '../accounts.ts'
import { ces } from './ces.ts'
import { clientCas } from './client-cas.ts'
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
import { logConfig } from './log-config.ts'
import { lts } from './lts.ts'
import { p2cGateways } from './p2c-gateways.ts'
import { p2cUpgrades } from './p2c-upgrades.ts'
import { peerConfiguration } from './peer-configuration.ts'
import { quotas } from './quotas.ts'
import { scm } from './scm.ts'
import { tags } from './tags.ts'
import { vpc } from './vpc.ts'
import { vpnAccessPolicies } from './vpn-access-policies.ts'
import { vpnConnections } from './vpn-connections.ts'
import { vpnGateways } from './vpn-gateways.ts'
import { vpnServers } from './vpn-servers.ts'
import { vpnUserGroups } from './vpn-user-groups.ts'
import { vpnUsers } from './vpn-users.ts'

/** Every operation of the catalogue. */
export const createHandlers = (accounts: Accounts): Handlers => ({
  ...vpnGateways,
  ...gatewayCertificates,
  ...gatewayUpgrades,
  ...customerGateways,
  ...vpnConnections,
  ...ipsecSa,
  ...peerConfiguration,
  ...connectionMonitors,
  ...p2cGateways,
  ...p2cUpgrades,
  ...vpnServers,
  ...clientCas,
  ...logConfig,
  ...vpnUsers,
  ...vpnUserGroups,
  ...vpnAccessPolicies,
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
})
