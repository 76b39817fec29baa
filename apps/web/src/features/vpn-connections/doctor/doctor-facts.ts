import type {
  ConnectionMonitor,
  CustomerGateway,
  NegotiationLine,
  Publicip,
  QuotaInfo,
  Route,
  RouteTable,
  SaInfo,
  Subnet,
  Vpc,
  VpnConnection,
  VpnGateway,
} from '@vpn-console/api-client'
import { findPairs } from '../../../ui/connections/connection-pairs.ts'

/** Something that was asked for: what it is, or why it is not known, as a whole sentence. */
export type Fact<T> = { value: T } | { why: string }

/** Lines of one connection's log, newest first, and from when on they are complete. */
export type LogFacts = { lines: readonly NegotiationLine[]; since: number | undefined }

/** Everything that the checks look at, gathered at one moment. */
export type DoctorFacts = {
  now: number
  /** As it was read last; where it could not be read anew, `fresh` says why. */
  connection: VpnConnection
  fresh: Fact<true>
  gateway: Fact<VpnGateway>
  customerGateway: Fact<CustomerGateway>
  customerGateways: Fact<readonly CustomerGateway[]>
  /** All gateways and connections of the project: others may be in the way. */
  gateways: Fact<readonly VpnGateway[]>
  connections: Fact<readonly VpnConnection[]>
  log: Fact<LogFacts>
  otherLog: Fact<LogFacts>
  routes: Fact<readonly Route[]>
  pairs: Fact<readonly SaInfo[]>
  monitors: Fact<readonly ConnectionMonitor[]>
  eips: Fact<readonly Publicip[]>
  quotas: Fact<readonly QuotaInfo[]>
  vpc: Fact<Vpc | undefined>
  subnets: Fact<readonly Subnet[]>
  routeTables: Fact<readonly RouteTable[]>
}

/** What is known of a fact; undefined where it is not. */
export const known = <T>(fact: Fact<T>): T | undefined => ('value' in fact ? fact.value : undefined)

/** The first reason why one of some facts is not known; undefined where all are. */
export const whyUnknown = (...facts: readonly Fact<unknown>[]): string | undefined =>
  facts.map((fact) => ('why' in fact ? fact.why : undefined)).find((why) => why !== undefined)

/** The other tunnel of the pair; undefined where there is none, or the connections could not be listed. */
export const otherTunnel = ({ connection, connections }: Pick<DoctorFacts, 'connection' | 'connections'>) => {
  const listed = known(connections) ?? []
  const otherId = findPairs(listed).get(connection.id)
  return listed.find(({ id }) => id === otherId)
}
