import {
  ApiError,
  collect,
  isRead,
  markerPages,
  operation,
  ownError,
  requiredAction,
  seesServersOnly,
  type AnyInput,
  type CloudGrants,
  type OperationName,
  type VpnServer,
} from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import type { SharedRead } from '../forward/shared-read.ts'
import { covers, denied, refusal } from './permission.ts'
import { fieldsOf, kindOfTagged, thingsIn, thingsOf, type Fields, type Thing } from './things.ts'

/** What a read shows of a list to somebody who may see a part of it. */
export type Part = {
  keep: (item: Fields) => Promise<boolean>
  /** Nothing may be told of the rest, not even how much there is: the list is answered as a whole. */
  isWhole: boolean
}

type Permit = 'allowed' | Part

const notThere = () => refusal(ownError('CONSOLE.NOT_FOUND'))

/** Calls of a P2C gateway that are about the clients of its server. */
const ofServersGateway: ReadonlySet<OperationName> = new Set([
  'listP2cVgwConnections',
  'deleteP2cVgwConnection',
  'listVpnServersByVgw',
])

/** What the `resource_id` of an item in a list names. */
const kindOfListed = (name: OperationName, { params }: AnyInput): Thing['kind'] | undefined => {
  if (name === 'listVpnGatewayJobs') return 'gateway'
  if (name === 'listP2cVpnGatewayJobs') return 'p2c-gateway'
  return kindOfTagged[String(fieldsOf(params)['resource_type'])]
}

const allowing = (scopes: CloudGrants['servers'], action: string | null): Set<string> =>
  new Set(Object.keys(scopes).filter((id) => covers(scopes[id] ?? [], action)))

/** Refuses without looking at anything but the grants: what nobody gave the caller anywhere on this cloud. */
export const refuseEarly = ({ actions, projects, servers }: CloudGrants, action: string | null): void => {
  const has = covers(actions, action) || allowing(projects, action).size > 0 || allowing(servers, action).size > 0
  if (has) return
  // Who was given single servers learns nothing of what else there is.
  throw actions.length > 0 || Object.keys(projects).length > 0 ? denied(action) : notThere()
}

/** Decides what a call may do for grants that hold for parts of a cloud. It looks up what it must know with shared reads. */
export const createAuthorizer = (read: SharedRead) => {
  const json = async (cloud: GuardedCloud, name: OperationName, input: AnyInput): Promise<Fields> => {
    const { answer } = await read(cloud, name, input)
    return fieldsOf(JSON.parse(answer.body.toString()))
  }

  const serversOf = (cloud: GuardedCloud): Promise<VpnServer[]> => {
    // The cloud's answer, by the row's own documentation; only ids are read of it.
    type Page = { vpn_servers: VpnServer[]; page_info?: { next_marker?: string; current_count?: number } }
    const page = async (query: object) => (await json(cloud, 'listVpnServersByProject', { query })) as Page
    return collect(markerPages(200, page), ({ vpn_servers: servers }) => servers)
  }

  const shown = async (cloud: GuardedCloud, name: OperationName, params: object): Promise<Fields> => {
    const objects = Object.values(await json(cloud, name, { params })).map(fieldsOf)
    return objects.find((object) => typeof object['id'] === 'string') ?? {}
  }
  const projectIn = ({ enterprise_project_id: project }: Fields) => (typeof project === 'string' ? project : '0')
  const ofConnection = async (cloud: GuardedCloud, id: unknown) =>
    projectIn(await shown(cloud, 'showVpnConnection', { vpn_connection_id: id }))

  const finders: Record<Thing['kind'], (cloud: GuardedCloud, id: string) => Promise<string | undefined>> = {
    project: (_cloud, id) => Promise.resolve(id),
    gateway: async (cloud, id) => projectIn(await shown(cloud, 'showVgw', { vgw_id: id })),
    connection: ofConnection,
    monitor: async (cloud, id) => {
      const monitor = await shown(cloud, 'showConnectionMonitor', { connection_monitor_id: id })
      return ofConnection(cloud, monitor['vpn_connection_id'])
    },
    'p2c-gateway': async (cloud, id) => projectIn(await shown(cloud, 'showP2cVgw', { p2c_vgw_id: id })),
    server: async (cloud, id) => {
      const gateway = (await serversOf(cloud)).find((server) => server.id === id)?.p2c_vgw_id
      return gateway === undefined ? undefined : finders['p2c-gateway'](cloud, gateway)
    },
  }

  /** The enterprise project of a thing: the field of the one object in its answer; `0` where that names none. */
  const projectOf = (cloud: GuardedCloud, thing: Thing): Promise<string | undefined> =>
    finders[thing.kind](cloud, thing.id).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 404) return undefined
      throw error
    })

  /** By grants on servers: the server itself, and the clients of its gateway where all servers of that are granted. */
  const byServer = async (
    cloud: GuardedCloud,
    name: OperationName,
    things: readonly Thing[],
    servers: Set<string>,
  ): Promise<Permit | undefined> => {
    const [only] = things
    if (servers.size === 0) return undefined
    if (name === 'listVpnServersByProject') {
      return { keep: async ({ id }: Fields) => servers.has(String(id)), isWhole: true }
    }
    if (things.length !== 1 || !only) return undefined
    if (only.kind === 'server') return servers.has(only.id) ? 'allowed' : undefined
    if (only.kind !== 'p2c-gateway' || !ofServersGateway.has(name)) return undefined
    const there = (await serversOf(cloud)).filter(({ p2c_vgw_id: gateway }) => gateway === only.id)
    return there.length > 0 && there.every(({ id }) => servers.has(id)) ? 'allowed' : undefined
  }

  /** By grants on enterprise projects: everything the call names must lie in one of them. */
  const byProject = async (
    cloud: GuardedCloud,
    name: OperationName,
    input: AnyInput,
    projects: Set<string>,
  ): Promise<Permit | undefined> => {
    const things = thingsOf(name, input)
    if (projects.size === 0) return undefined
    if (things.length > 0) {
      const made = things.find(({ kind, id }) => kind === 'project' && !projects.has(id))
      if (made) throw ownError('CONSOLE.DENIED', 'Choose one of the enterprise projects that were given to you.')
      const found = await Promise.all(things.map((thing) => projectOf(cloud, thing)))
      return found.every((project) => project !== undefined && projects.has(project)) ? 'allowed' : undefined
    }
    // What belongs to the account as a whole, such as customer gateways and quotas, can be read but not changed.
    if (!isRead(operation(name))) {
      throw ownError(
        'CONSOLE.DENIED',
        'It belongs to the whole account, and your role holds for an enterprise project.',
      )
    }
    const listed = kindOfListed(name, input)
    const keep = async (item: Fields) => {
      const { enterprise_project_id: project, resource_id: resource } = item
      if (typeof project === 'string') return projects.has(project)
      const owner: Thing[] = listed && typeof resource === 'string' ? [{ kind: listed, id: resource }] : []
      const owners = await Promise.all([...owner, ...thingsIn(item)].map((thing) => projectOf(cloud, thing)))
      return owners.every((found) => found !== undefined && projects.has(found))
    }
    return { keep, isWhole: false }
  }

  const authorize = async (
    grants: CloudGrants,
    cloud: GuardedCloud,
    name: OperationName,
    input: AnyInput,
  ): Promise<Part | undefined> => {
    const action = requiredAction(name)
    if (covers(grants.actions, action) && grants.actions.length > 0) return undefined
    refuseEarly(grants, action)
    const permits = [
      await byProject(cloud, name, input, allowing(grants.projects, action)),
      await byServer(cloud, name, thingsOf(name, input), allowing(grants.servers, action)),
    ].filter((permit) => permit !== undefined)
    const parts = permits.flatMap((permit) => (permit === 'allowed' ? [] : [permit]))
    const [first, second] = parts
    if (permits.length === 0) throw notThere()
    if (!first || parts.length < permits.length) return undefined
    if (!second) return first
    const keep = async (item: Fields) => (await first.keep(item)) || second.keep(item)
    return { keep, isWhole: first.isWhole && second.isWhole }
  }

  return {
    /** Lets a call pass (for a read, perhaps a part of its list), or throws what the caller is to be told. */
    authorize,
    /** Before anything else of a call is looked at: who has single servers gets no other answer for anything else. */
    authorizePath: async (
      grants: CloudGrants,
      cloud: GuardedCloud,
      name: OperationName,
      params: object,
    ): Promise<void> => {
      if (seesServersOnly(grants)) await authorize(grants, cloud, name, { params })
    },
  }
}
export type Authorizer = ReturnType<typeof createAuthorizer>
