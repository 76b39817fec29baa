import * as z from 'zod'
import { durationMs } from './clock.ts'
import type { Connection, Project } from './project-state.ts'
import { tellingOf } from './tunnel-trouble.ts'
import { beSilent, failTunnel, mendTunnel, startFlapping } from './tunnel.ts'

const duration = z.string().refine((text) => durationMs(text) !== undefined, 'Give a duration such as 30s, 10m or 2h.')

export const tunnelOrderSchema = z.strictObject({
  state: z.enum(['up', 'down', 'flap']),
  /** A documented reason, such as `version mismatch` or `dpd timeout`; the log takes any other text too. */
  reason: z.string().min(1).max(1_000).optional(),
  /** What the peer insists on, such as `{ "ikepolicy.ike_version": "v1" }`; left out, any change of the setting mends. */
  wants: z.record(z.string(), z.string()).optional(),
  up_for: duration.optional(),
  down_for: duration.optional(),
  /** Of a tunnel that is up: nothing comes back, through all pairs or those with one of these destinations. */
  one_way: z.union([z.boolean(), z.array(z.string()).min(1)]).optional(),
})

/** What a tunnel is told to do: by a test, or by an estate. */
export type TunnelOrder = z.infer<typeof tunnelOrderSchema>

const minuteMs = 60_000

export const orderTunnel = (project: Project, connection: Connection, order: TunnelOrder, at: number): void => {
  const { state, reason: named = 'dpd timeout', wants, up_for = '', down_for = '', one_way = false } = order
  if (state === 'up') {
    mendTunnel(connection, at)
    if (one_way !== false) beSilent(connection.tunnel, at, one_way === true ? 'all' : one_way)
    return
  }
  if (state === 'down') return failTunnel(connection, at, named, wants)
  const { teardown, reason } = tellingOf(named)
  startFlapping(project, connection, at, {
    upMs: durationMs(up_for) ?? 4 * minuteMs,
    downMs: durationMs(down_for) ?? minuteMs,
    teardown,
    reason,
  })
}
