import type { OperationName, VpnConnection } from '@vpn-console/api-client'
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { consoleCall } from '../../../api/console-call.ts'
import { connectionList, customerGatewayList, eipList, gatewayList, subnetList, vpcList } from '../../../api/lists.ts'
import { operationQuery } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import { connectionLog, connectionQuery } from '../connection-queries.ts'
import { known, otherTunnel, type DoctorFacts, type Fact } from './doctor-facts.ts'
import { logFacts } from './log-facts.ts'
import { createReader, readRoutes, readRouteTables, type Progress } from './read-facts.ts'
import type { Reading } from './why-unknown.ts'

export type GatherOptions = {
  cloudId: string
  /** As it is on screen: what is examined where it cannot be read anew. */
  connection: VpnConnection
  denied: (name: OperationName) => string | undefined
  signal: AbortSignal
  onProgress: (progress: Progress) => void
}

const readings = {
  connection: { words: 'The connection' },
  gateways: { words: 'The VPN gateways' },
  gateway: { words: 'The VPN gateway' },
  customerGateways: { words: 'The customer gateways' },
  connections: { words: 'The other connections' },
  log: { words: 'The log' },
  otherLog: { words: 'The log of the other tunnel' },
  routes: { words: 'The route table of the gateway' },
  pairs: { words: 'The subnet pairs', isNewer: true },
  monitors: { words: 'The monitors' },
  eips: { words: 'The EIPs' },
  quotas: { words: 'The quotas' },
  vpc: { words: 'The VPC' },
  subnets: { words: 'The subnets of the VPC' },
  routeTables: { words: 'The route tables of the VPC' },
} as const satisfies Record<string, Reading>

/** An old answer is no fact: each is asked for now, and what is on screen elsewhere becomes fresh with it. */
const fetchNow = <T, K extends QueryKey>(query: FetchQueryOptions<T, Error, T, K>): Promise<T> =>
  queryClient.fetchQuery({ ...query, staleTime: 0 })

const keptLines = 2_000

/** Lines of a connection’s log, also those that the cloud has forgotten and the console has kept. */
const readLog = async (cloudId: string, id: string, signal: AbortSignal) => {
  // What was kept is read after the answer of now, which it then holds too.
  const live = await fetchNow(connectionLog(cloudId, id))
  const query = { connection_id: id, limit: keptLines }
  const kept = await consoleCall(cloudId, 'listKeptLogLines', { query }, { signal }).catch(() => ({ lines: [] }))
  return logFacts(live.logs, kept)
}

const map = <T, U>(fact: Fact<T>, to: (value: T) => Fact<U>): Fact<U> => ('value' in fact ? to(fact.value) : fact)

/** Reads all that the checks look at, as much of it side by side as there is. Only being stopped stops it. */
export const gatherFacts = async (options: GatherOptions): Promise<DoctorFacts> => {
  const { cloudId, connection: shown, denied, signal, onProgress } = options
  const read = createReader(readings, { denied, signal, onProgress })
  const { id, vgw_id, cgw_id } = shown
  const ofConnection = { params: { vpn_connection_id: id } }
  const now = Date.now()

  const gatewayAndVpc = async () => {
    const gateway = await read(readings.gateway, 'showVgw', async () => {
      const query = operationQuery(cloudId, 'showVgw', { params: { vgw_id } })
      return (await fetchNow(query)).vpn_gateway
    })
    const vpcId = known(gateway)?.vpc_id
    const inVpc = <T>(reading: Reading, name: OperationName, list: (vpcId: string) => Promise<T>, none: T) =>
      'why' in gateway
        ? read<T>(reading, name, () => Promise.reject(new Error(gateway.why))).then((): Fact<T> => gateway)
        : read(reading, name, () => (vpcId === undefined ? Promise.resolve(none) : list(vpcId)))
    const [vpc, subnets, routeTables] = await Promise.all([
      inVpc(
        readings.vpc,
        'listVpcs',
        async (wanted) => (await fetchNow(vpcList(cloudId))).find((one) => one.id === wanted),
        undefined,
      ),
      inVpc(readings.subnets, 'listSubnets', (wanted) => fetchNow(subnetList(cloudId, wanted)), []),
      inVpc(readings.routeTables, 'listRouteTables', (wanted) => readRouteTables(cloudId, wanted, signal), []),
    ])
    return { gateway, vpc, subnets, routeTables }
  }

  const connectionsAndLogs = async () => {
    const [connections, log] = await Promise.all([
      read(readings.connections, 'listVpnConnections', () => fetchNow(connectionList(cloudId))),
      read(readings.log, 'showVpnConnectionLog', () => readLog(cloudId, id, signal)),
    ])
    const other = otherTunnel({ connection: shown, connections })
    const none = { lines: [], since: undefined }
    const otherLog = await read(readings.otherLog, 'showVpnConnectionLog', () =>
      other ? readLog(cloudId, other.id, signal) : Promise.resolve(none),
    )
    return { connections, log, otherLog }
  }

  const [around, among, connection, gateways, customerGateways, routes, pairs, monitors, eips, quotas] =
    await Promise.all([
      gatewayAndVpc(),
      connectionsAndLogs(),
      read(
        readings.connection,
        'showVpnConnection',
        async () => (await fetchNow(connectionQuery(cloudId, id))).vpn_connection,
      ),
      read(readings.gateways, 'listVgws', () => fetchNow(gatewayList(cloudId))),
      read(readings.customerGateways, 'listCgws', () => fetchNow(customerGatewayList(cloudId))),
      read(readings.routes, 'showVpnGatewayRoutingTable', () => readRoutes(cloudId, vgw_id, signal)),
      read(
        readings.pairs,
        'listConnectionIpsecSa',
        async () => (await fetchNow(operationQuery(cloudId, 'listConnectionIpsecSa', ofConnection))).sa_infos,
      ),
      read(readings.monitors, 'listConnectionMonitors', async () => {
        const query = { vpn_connection_id: id }
        return (await fetchNow(operationQuery(cloudId, 'listConnectionMonitors', { query }))).connection_monitors
      }),
      read(readings.eips, 'listPublicips', () => fetchNow(eipList(cloudId))),
      read(
        readings.quotas,
        'showQuotasInfo',
        async () => (await fetchNow(operationQuery(cloudId, 'showQuotasInfo', {}))).quotas.resources ?? [],
      ),
    ])

  const customerGateway = map(customerGateways, (all): DoctorFacts['customerGateway'] => {
    const found = all.find((one) => one.id === cgw_id)
    return found ? { value: found } : { why: 'The customer gateway is not in the list of customer gateways.' }
  })
  return {
    now,
    connection: known(connection) ?? shown,
    fresh: map(connection, () => ({ value: true })),
    ...around,
    ...among,
    gateways,
    customerGateways,
    customerGateway,
    routes,
    pairs,
    monitors,
    eips,
    quotas,
  }
}
