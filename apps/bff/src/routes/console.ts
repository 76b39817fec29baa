import { ownError } from '@vpn-console/api-client'
import { Router } from 'express'
import type { Store } from '../store/store.ts'
import { createServe, type ServeParts } from './serve.ts'

const defaultLimit = 500

/** What the console itself knows of a cloud: below the cloud's address, beside the services. */
export const consoleRoutes = (parts: ServeParts & { store: Store }): Router => {
  const { store } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)

  serve(
    'listKeptLogLines',
    async ({ input: { params, query } }) => {
      const { cloudId } = params
      const { connection_id: ids, limit = defaultLimit, ...filter } = query
      const of = { cloudId, connectionIds: ids?.split(',') }
      const { lines, nextBefore } = await store.logLines.list({ ...of, ...filter, limit })
      const keptSince = await store.logLines.keptSince(of)
      return { lines, next_before: nextBefore, kept_since: keptSince }
    },
    {
      about: ({ query }) => ({
        body: { connections: query.connection_id?.split(',').map((id) => ({ vpn_connection_id: id })) },
      }),
    },
  )

  serve(
    'listClientSessions',
    async ({ input: { params, query } }) => {
      const { cloudId } = params
      const { p2c_vgw_id: gatewayId, user_name: userName, limit = defaultLimit, ...filter } = query
      const found = await store.clientSessions.list({ cloudId, gatewayId, userName, limit, ...filter })
      return { sessions: found.sessions, next_before: found.nextBefore }
    },
    { about: ({ query }) => ({ params: { p2c_vgw_id: query.p2c_vgw_id ?? '' } }) },
  )

  serve(
    'createDoctorReport',
    async ({ caller, input: { params, body } }) => {
      const { connection_id: connectionId, report } = body
      const { cloudId } = params
      const id = await store.doctorReports.create({ cloudId, connectionId, personName: caller.userName, report })
      return { id }
    },
    {
      about: ({ body }) => ({ params: { vpn_connection_id: body.connection_id } }),
      subject: ({ input }) => input.body.connection_id,
    },
  )

  serve('showDoctorReport', async ({ input: { params } }) => {
    const found = await store.doctorReports.find(params.cloudId, params.reportId)
    if (!found) throw ownError('CONSOLE.NOT_FOUND', 'There is no such report. Reports are kept for 90 days.')
    const { id, connection_id, created_at, person_name, report } = found
    return { id, connection_id, created_at, created_by: person_name, report }
  })

  return router
}
