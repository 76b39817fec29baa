import {
  ApiError,
  collect,
  markerPages,
  offsetPages,
  readAnswer,
  type AnyInput,
  type OperationName,
  type Output,
  type P2cConnection,
  type P2cVpnGateway,
  type VpnServer,
  type VpnUser,
} from '@vpn-console/api-client'
import type { GuardedCloud } from '../clouds/registry.ts'
import type { SharedRead } from '../forward/shared-read.ts'

const pageSize = 200

const unlessGone = (error: unknown): undefined => {
  if (error instanceof ApiError && error.status === 404) return undefined
  throw error
}

/** How people sign in on a server, as far as it matters to who is to connect. */
export const signInOf = ({ client_auth_type: type }: VpnServer): 'password' | 'certificate' | 'other' => {
  if (type === undefined || type === 'LOCAL_PASSWORD') return 'password'
  return type === 'CERT' ? 'certificate' : 'other'
}

/** Looks up servers, their users and who is connected, with the console's own key and for a few seconds' use. */
export const createDirectory = (read: SharedRead) => {
  const ask = async <N extends OperationName>(cloud: GuardedCloud, name: N, input: AnyInput): Promise<Output<N>> => {
    const { answer } = await read(cloud, name, input)
    return readAnswer(name, { status: answer.status, text: answer.body.toString(), header: () => undefined })
  }

  return {
    /** The API has no call for one server. */
    server: async (cloud: GuardedCloud, id: string): Promise<VpnServer | undefined> => {
      const pages = markerPages(pageSize, (query) => ask(cloud, 'listVpnServersByProject', { query }))
      return (await collect(pages, (page) => page.vpn_servers)).find((server) => server.id === id)
    },

    /** All users of a server. It costs the same whoever of them is looked for. */
    users: (cloud: GuardedCloud, serverId: string): Promise<VpnUser[]> => {
      const params = { vpn_server_id: serverId }
      return collect(
        markerPages(pageSize, (query) => ask(cloud, 'listVpnUsers', { params, query })),
        (page) => page.users,
      )
    },

    user: (cloud: GuardedCloud, serverId: string, id: string): Promise<VpnUser | undefined> =>
      ask(cloud, 'showVpnUser', { params: { vpn_server_id: serverId, user_id: id } }).then(
        ({ user }) => user,
        unlessGone,
      ),

    gateway: (cloud: GuardedCloud, id: string): Promise<P2cVpnGateway | undefined> =>
      ask(cloud, 'showP2cVgw', { params: { p2c_vgw_id: id } }).then((answer) => answer.p2c_vpn_gateway, unlessGone),

    /** The connections of one user of a gateway, and of nobody else. */
    sessionsOf: async (cloud: GuardedCloud, gatewayId: string, userName: string): Promise<P2cConnection[]> => {
      const params = { p2c_vgw_id: gatewayId }
      const pages = offsetPages(
        pageSize,
        async (query) => (await ask(cloud, 'listP2cVgwConnections', { params, query })).connections,
      )
      return (await collect(pages, (page) => page)).filter(({ client_user_name: name }) => name === userName)
    },
  }
}
export type Directory = ReturnType<typeof createDirectory>
