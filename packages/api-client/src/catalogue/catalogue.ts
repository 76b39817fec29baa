import type * as z from 'zod'
import { ces } from './ces.ts'
import { clientCas } from './client-cas.ts'
import { connectionMonitors } from './connection-monitors.ts'
import { customerGateways } from './customer-gateways.ts'
import { eip } from './eip.ts'
import { eps } from './eps.ts'
import { er } from './er.ts'
import { iam } from './iam.ts'
import { logConfig } from './log-config.ts'
import { lts } from './lts.ts'
import type { Operation } from './operation.ts'
import { p2cGateways } from './p2c-gateways.ts'
import { peerConfiguration } from './peer-configuration.ts'
import { quotas } from './quotas.ts'
import { scm } from './scm.ts'
import { tags } from './tags.ts'
import { vpc } from './vpc.ts'
import { vpnAccessPolicies } from './vpn-access-policies.ts'
import { vpnConnections } from './vpn-connections.ts'
import { vpnGatewayCertificates } from './vpn-gateway-certificates.ts'
import { vpnGateways } from './vpn-gateways.ts'
import { vpnServers } from './vpn-servers.ts'
import { vpnUserGroups } from './vpn-user-groups.ts'
import { vpnUsers } from './vpn-users.ts'

/** Every call to the cloud, by the cloud's own name for it. */
export const catalogue = {
  ...vpnGateways,
  ...vpnGatewayCertificates,
  ...customerGateways,
  ...vpnConnections,
  ...peerConfiguration,
  ...connectionMonitors,
  ...p2cGateways,
  ...vpnServers,
  ...clientCas,
  ...logConfig,
  ...vpnUsers,
  ...vpnUserGroups,
  ...vpnAccessPolicies,
  ...quotas,
  ...tags,
  ...vpc,
  ...eip,
  ...er,
  ...scm,
  ...lts,
  ...ces,
  ...iam,
  ...eps,
}

export type Catalogue = typeof catalogue
export type OperationName = keyof Catalogue

/** The row of a name, in its general shape. */
export const operation = (name: OperationName): Operation => catalogue[name]

export const operationNames = Object.keys(catalogue) as OperationName[] // Object.keys forgets the literal names

type Params<Row extends Operation> = Omit<z.input<Row['params']>, 'project_id'>
// An account-wide row has no parameters, which zod types as a record without values: its keys are all strings.
type ParamsPart<Row extends Operation> = [keyof Params<Row>] extends [never]
  ? object
  : string extends keyof Params<Row>
    ? { params?: Params<Row> }
    : { params: Params<Row> }
type QueryPart<Row> = Row extends { query: infer Q extends z.ZodType }
  ? object extends z.input<Q>
    ? { query?: z.input<Q> }
    : { query: z.input<Q> }
  : object
type BodyPart<Row> = Row extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : object

/** What a caller gives: path parameters (the project id is the client's), query and body, each only where the row has it. */
export type Input<N extends OperationName> = ParamsPart<Catalogue[N]> & QueryPart<Catalogue[N]> & BodyPart<Catalogue[N]>

/** What the cloud answers; undefined for a 204. */
export type Output<N extends OperationName> = Catalogue[N] extends { response: infer R extends z.ZodType }
  ? z.output<R>
  : undefined

/** Whether an operation changes nothing, so that it may be repeated, cached and coalesced. */
export const isRead = (row: Operation) => row.method === 'GET' || row.reads === true
