import type { DoctorReport } from '@vpn-console/api-client'
import type { Check } from './check.ts'
import { gatewayAddress, gatewayState, peerAddress, redundancy, tunnelState } from './checks/ends.ts'
import { subnetPairs } from './checks/flow.ts'
import { quotaLeft, tunnelBudgetKept } from './checks/limits.ts'
import { keyInForce, recentReasons } from './checks/log.ts'
import { cloudFilters, deviceFirewall, monitored, segmentSize } from './checks/outside.ts'
import { pairCarriesSame, pairSecuredSame } from './checks/pair.ts'
import { defaultRouteTable, routesPresent } from './checks/routes.ts'
import { deadPeerDetection, fittingSettings, identities, ikeProposal, ipsecProposal } from './checks/security.ts'
import { localSubnets, mirroredRules, otherOverlap, ownOverlap } from './checks/subnets.ts'
import { asNumbers, bgpSession, networkProbe, tunnelAddresses } from './checks/tunnel.ts'
import { known, type DoctorFacts } from './doctor-facts.ts'

/** In the order in which a tunnel comes up: ends, negotiation, traffic, routes, and what lies around. */
export const allChecks: readonly Check[] = [
  tunnelState,
  recentReasons,
  gatewayState,
  gatewayAddress,
  peerAddress,
  ikeProposal,
  ipsecProposal,
  fittingSettings,
  pairSecuredSame,
  identities,
  keyInForce,
  mirroredRules,
  tunnelAddresses,
  asNumbers,
  bgpSession,
  networkProbe,
  deadPeerDetection,
  subnetPairs,
  routesPresent,
  localSubnets,
  ownOverlap,
  otherOverlap,
  defaultRouteTable,
  tunnelBudgetKept,
  pairCarriesSame,
  redundancy,
  monitored,
  quotaLeft,
  cloudFilters,
  deviceFirewall,
  segmentSize,
]

/** The report of everything that was gathered. */
export const examine = (facts: DoctorFacts): DoctorReport => ({
  connection_name: facts.connection.name,
  gateway_name: known(facts.gateway)?.name ?? facts.connection.vgw_id,
  customer_gateway_name: known(facts.customerGateway)?.name ?? facts.connection.cgw_id,
  made_at: facts.now,
  checks: allChecks.flatMap((check) => check(facts) ?? []),
})
