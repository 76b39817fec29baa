import { ApiError, collect, markerPages } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '../api/client.ts'
import { invalidate, nextPollMs } from '../api/operation-query.ts'
import { changeTask, isRunning, taskChange, useTasks, type Sight, type Task, type TaskResource } from '../api/tasks.ts'
import { showFlash } from '../ui/flashes.ts'
import { taskEndWords, taskLink } from './task-words.ts'

const pollMs = 5_000

type Look = (task: Task, signal: AbortSignal) => Promise<Sight>

const looks: Record<TaskResource, Look> = {
  'vpn-gateway': async ({ cloudId, resourceId }, signal) => {
    const answer = await call(cloudId, 'showVgw', { params: { vgw_id: resourceId } }, { signal })
    return { status: answer.vpn_gateway.status }
  },
  'vpn-gateway-certificate': async ({ cloudId, resourceId }, signal) => {
    const answer = await call(cloudId, 'showVpnGatewayCertificate', { params: { vgw_id: resourceId } }, { signal })
    return { status: answer.certificate.status }
  },
  'vpn-connection': async ({ cloudId, resourceId }, signal) => {
    const input = { params: { vpn_connection_id: resourceId } }
    const answer = await call(cloudId, 'showVpnConnection', input, { signal })
    return { status: answer.vpn_connection.status }
  },
  'customer-gateway': async ({ cloudId, resourceId }, signal) => {
    // Customer gateways have no states: what can be shown is there.
    await call(cloudId, 'showCgw', { params: { customer_gateway_id: resourceId } }, { signal })
    return { status: 'ACTIVE' }
  },
  'p2c-gateway': async ({ cloudId, resourceId }, signal) => {
    const answer = await call(cloudId, 'showP2cVgw', { params: { p2c_vgw_id: resourceId } }, { signal })
    return { status: answer.p2c_vpn_gateway.status }
  },
  'vpn-server': async ({ cloudId, resourceId }, signal) => {
    // The API has no call for one server.
    const pages = markerPages(200, (query) => call(cloudId, 'listVpnServersByProject', { query }, { signal }))
    const servers = await collect(pages, ({ vpn_servers }) => vpn_servers)
    const server = servers.find(({ id }) => id === resourceId)
    if (server) return { status: server.status }
    throw new ApiError({ status: 404, code: 'CONSOLE.NOT_FOUND', message: 'There is no such server.' })
  },
}

const listsOf = {
  'vpn-gateway': ['listVgws', 'showVgw', 'listVpnGatewayJobs'],
  'vpn-gateway-certificate': ['showVpnGatewayCertificate', 'listVpnGatewayCertificates'],
  'vpn-connection': ['listVpnConnections', 'showVpnConnection', 'listVgws', 'showVgw', 'showVpnGatewayRoutingTable'],
  'customer-gateway': ['listCgws', 'showCgw'],
  'p2c-gateway': ['listP2cVgws', 'showP2cVgw', 'listP2cVpnGatewayJobs', 'listPublicips'],
  'vpn-server': ['listVpnServersByProject', 'listVpnServersByVgw', 'listP2cVgws', 'showP2cVgw'],
} as const

const sightOf = async (task: Task, signal: AbortSignal): Promise<Sight> => {
  try {
    return await looks[task.resource](task, signal)
  } catch (error) {
    // A missing resource is an answer; everything else is none, and is asked again.
    if (error instanceof ApiError && error.status === 404) return { error }
    throw error
  }
}

const Follower = ({ task }: { task: Task }) => {
  const { data, dataUpdatedAt } = useQuery({
    queryKey: [task.cloudId, 'task', task.id],
    queryFn: ({ signal }) => sightOf(task, signal),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
    refetchIntervalInBackground: false,
    staleTime: 0,
  })
  useEffect(() => {
    const change = data && taskChange(task, data, dataUpdatedAt)
    if (!change) return
    changeTask(task.id, change)
    if (change.endedAt === undefined) return
    const ended = { ...task, ...change }
    showFlash({ ...taskEndWords(ended), link: taskLink(ended) })
    void invalidate(task.cloudId, ...listsOf[task.resource])
  }, [task, data, dataUpdatedAt])
  return null
}

/** Looks after what was sent, on every page, until the cloud has settled it. */
export const TaskFollower = () =>
  useTasks()
    .filter(isRunning)
    .map((task) => <Follower key={task.id} task={task} />)
