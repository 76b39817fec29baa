import {
  consoleOperations,
  ownError,
  requiredAction,
  type ConsoleInput,
  type ConsoleOutput,
} from '@vpn-console/api-client'
import { Router, type Request, type Response } from 'express'
import type { Caller, Callers } from '../caller.ts'
import type { CloudRegistry } from '../clouds/registry.ts'
import { createInputReader } from '../forward/input.ts'
import { cloudIdOf, readBody, requireAction } from '../forward/request.ts'
import { consoleRequestId } from '../middleware/request-log.ts'
import type { Store } from '../store/store.ts'

type Parts = { callers: Callers; clouds: CloudRegistry; store: Store }
type Name = 'listKeptLogLines' | 'listClientSessions' | 'createDoctorReport' | 'showDoctorReport'
type Asked<N extends Name> = { caller: Caller; cloudId: string; input: ConsoleInput<N>; request: Request }

const defaultLimit = 500

/** What the console itself knows of a cloud: below the cloud's address, beside the services. */
export const consoleRoutes = ({ callers, clouds, store }: Parts): Router => {
  const router = Router({ caseSensitive: true, strict: true })

  const serve = <N extends Name>(name: N, answer: (asked: Asked<N>) => Promise<ConsoleOutput<N>>) => {
    const row = consoleOperations[name]
    const readInput = createInputReader(row)
    const action = requiredAction(row.like)
    const handle = async (request: Request, response: Response) => {
      const caller = await callers.identify(request)
      requireAction(caller, action)
      const cloudId = cloudIdOf(request)
      if (!clouds.get(cloudId)) throw ownError('CONSOLE.NOT_FOUND', 'The console knows no cloud by this id.')
      if ('body' in row) await readBody(request, response)
      // The reader has checked it against this endpoint's own schemas.
      const input = readInput(request, '') as ConsoleInput<N>
      response.status(row.status).json(await answer({ caller, cloudId, input, request }))
    }
    const path = row.path.slice('/api/clouds'.length).replaceAll(/\{(\w+)\}/g, ':$1')
    if (row.method === 'GET') router.get(path, handle)
    else router.post(path, handle)
  }

  serve('listKeptLogLines', async ({ cloudId, input: { query } }) => {
    const { connection_id: ids, limit = defaultLimit, ...filter } = query
    const of = { cloudId, connectionIds: ids?.split(',') }
    const { lines, nextBefore } = await store.logLines.list({ ...of, ...filter, limit })
    const keptSince = await store.logLines.keptSince(of)
    return { lines, next_before: nextBefore, kept_since: keptSince }
  })

  serve('listClientSessions', async ({ cloudId, input: { query } }) => {
    const { p2c_vgw_id: gatewayId, user_name: userName, limit = defaultLimit, ...filter } = query
    const found = await store.clientSessions.list({ cloudId, gatewayId, userName, limit, ...filter })
    return { sessions: found.sessions, next_before: found.nextBefore }
  })

  serve('createDoctorReport', async ({ caller, cloudId, input: { body }, request }) => {
    const { connection_id: connectionId, report } = body
    const { personId, userName: personName } = caller
    const id = await store.doctorReports.create({ cloudId, connectionId, personName, report })
    await store.audit.record(
      {
        personId,
        personName,
        ip: request.ip ?? '',
        operation: 'createDoctorReport',
        cloudId,
        consoleRequestId: consoleRequestId(request),
      },
      { outcome: 'done', status: 201, resourceId: connectionId },
    )
    return { id }
  })

  serve('showDoctorReport', async ({ cloudId, input: { params } }) => {
    const found = params && (await store.doctorReports.find(cloudId, params.reportId))
    if (!found) throw ownError('CONSOLE.NOT_FOUND', 'There is no such report. Reports are kept for 90 days.')
    const { id, connection_id, created_at, person_name, report } = found
    return { id, connection_id, created_at, created_by: person_name, report }
  })

  return router
}
