import { ApiError, collect, createClient, markerPages, offsetPages } from '@vpn-console/api-client'
import type { Logger } from 'pino'
import type { CloudRegistry } from '../clouds/registry.ts'
import type { ClientSessions } from '../store/client-sessions.ts'
import type { Tuning } from '../tuning.ts'

type Parts = {
  clouds: CloudRegistry
  clientSessions: ClientSessions
  log: Logger
  tuning: Pick<Tuning, 'deadlineMs'>
  closing: AbortSignal
}

const pageSize = 200

// A cloud without remote access says so with one of these, and goes on doing so.
const without = new Set([403, 404, 501])

/** Makes one look at who is connected to the P2C gateways; from many of them comes the history of each user. */
export const createSessionSampler = ({ clouds, clientSessions, log, tuning, closing }: Parts) => {
  const sampleCloud = async (cloudId: string): Promise<void> => {
    const { account, transport } = await clouds.ready(cloudId)
    const client = createClient(transport, account.projectId)
    const options = () => ({ signal: AbortSignal.any([closing, AbortSignal.timeout(tuning.deadlineMs)]) })
    const pages = markerPages(pageSize, (query) => client.listP2cVgws({ query }, options()))
    for (const { id } of await collect(pages, (page) => page.p2c_vpn_gateways)) {
      if (closing.aborted || clouds.get(cloudId) !== account) return
      const params = { p2c_vgw_id: id }
      const found = offsetPages(
        pageSize,
        async (query) => (await client.listP2cVgwConnections({ params, query }, options())).connections,
      )
      await clientSessions.sample(cloudId, id, await collect(found, (page) => page))
    }
  }

  return async (): Promise<void> => {
    for (const { id } of clouds.list()) {
      await sampleCloud(id).catch((error: unknown) => {
        if (closing.aborted || (error instanceof ApiError && without.has(error.status))) return
        const code = error instanceof ApiError ? error.code : undefined
        log.info({ cloud: id, code, err: code ? undefined : error }, 'sessions not sampled')
      })
    }
    await clientSessions.prune().catch((error: unknown) => log.error({ err: error }, 'sessions not pruned'))
  }
}
