import {
  collect,
  lastIdPages,
  markerPages,
  ownError,
  type OperationName,
  type Route,
  type RouteTable,
} from '@vpn-console/api-client'
import { call } from '../../../api/client.ts'
import type { Fact } from './doctor-facts.ts'
import { whyUnread, type Reading } from './why-unknown.ts'

/** How far an examination is. */
export type Progress = { done: number; total: number; latest: string | undefined }

type ReaderOptions = {
  signal: AbortSignal
  /** Why the person may not call an operation; undefined where he may. */
  denied: (name: OperationName) => string | undefined
  onProgress: (progress: Progress) => void
}

/** Settles with the promise, or as soon as somebody stops it: an answer that is on its way then comes for nothing. */
const unlessStopped = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(ownError('CONSOLE.CANCELLED'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** Reads one thing after another or side by side, counts them, and turns each failure into the reason for not knowing. */
export const createReader = (readings: Readonly<Record<string, Reading>>, options: ReaderOptions) => {
  const { signal, denied, onProgress } = options
  const total = Object.keys(readings).length
  let done = 0
  const tell = (latest: string | undefined) => onProgress({ done, total, latest })
  tell(undefined)
  return async <T>(reading: Reading, name: OperationName, read: () => Promise<T>): Promise<Fact<T>> => {
    const denial = denied(name)
    let fact: Fact<T>
    try {
      fact =
        denial === undefined
          ? { value: await unlessStopped(read(), signal) }
          : { why: `${reading.words} could not be read: ${denial}` }
    } catch (error) {
      // Whoever stopped it wants no reason, and no report.
      if (signal.aborted) throw error
      fact = { why: whyUnread(reading, error) }
    }
    done += 1
    tell(reading.words)
    return fact
  }
}

const routesOnPage = 1_000
const tablesOnPage = 2_000

/** The whole route table of a gateway. */
export const readRoutes = (cloudId: string, gatewayId: string, signal: AbortSignal): Promise<Route[]> => {
  const params = { vgw_id: gatewayId }
  const pages = markerPages(routesOnPage, (page) =>
    call(
      cloudId,
      'showVpnGatewayRoutingTable',
      { params, query: { ...page, is_include_nexthop_resource: true } },
      { signal },
    ),
  )
  return collect(pages, (page) => page.routing_table)
}

/** The route tables of a VPC. */
export const readRouteTables = (cloudId: string, vpcId: string, signal: AbortSignal): Promise<RouteTable[]> => {
  const pages = lastIdPages(tablesOnPage, async (page) => {
    const query = { vpc_id: vpcId, ...page }
    return (await call(cloudId, 'listRouteTables', { query }, { signal })).routetables
  })
  return collect(pages, (page) => page)
}
