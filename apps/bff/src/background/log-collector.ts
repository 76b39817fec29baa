import { ApiError, collect, createClient, markerPages } from '@vpn-console/api-client'
import type { Logger } from 'pino'
import type { CloudRegistry } from '../clouds/registry.ts'
import type { LogLines } from '../store/log-lines.ts'
import type { Tuning } from '../tuning.ts'
import { rest } from './repeat.ts'

type Parts = {
  clouds: CloudRegistry
  logLines: LogLines
  log: Logger
  tuning: Pick<Tuning, 'logCollectPauseMs' | 'deadlineMs'>
  closing: AbortSignal
}

const pageSize = 2_000

/**
 * Makes one look at the logs of all connections, which keeps their lines: the cloud has the newest 200 only. It takes
 * one call at a time and pauses after each, so that people never wait for it.
 */
export const createLogCollector = ({ clouds, logLines, log, tuning, closing }: Parts): (() => Promise<void>) => {
  const collectCloud = async (cloudId: string): Promise<void> => {
    const { account, transport } = await clouds.ready(cloudId)
    const client = createClient(transport, account.projectId)
    const options = () => ({ signal: AbortSignal.any([closing, AbortSignal.timeout(tuning.deadlineMs)]) })
    const pages = markerPages(pageSize, (query) => client.listVpnConnections({ query }, options()))
    const connections = await collect(pages, (page) => page.vpn_connections)
    for (const { id } of connections) {
      if (closing.aborted || clouds.get(cloudId) !== account) return
      try {
        const { logs } = await client.showVpnConnectionLog({ params: { vpn_connection_id: id } }, options())
        await logLines.keep(cloudId, id, logs)
      } catch (error) {
        // Deleted meanwhile. Anything else would meet the next connection too.
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      }
      await rest(tuning.logCollectPauseMs, closing)
    }
  }

  return async () => {
    for (const { id } of clouds.list()) {
      await collectCloud(id).catch((error: unknown) => {
        const code = error instanceof ApiError ? error.code : undefined
        if (!closing.aborted) log.info({ cloud: id, code, err: code ? undefined : error }, 'logs not collected')
      })
    }
    await logLines.prune().catch((error: unknown) => log.error({ err: error }, 'log lines not pruned'))
  }
}
