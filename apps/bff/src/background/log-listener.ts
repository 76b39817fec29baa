import type { AnyInput } from '@vpn-console/api-client'
import type { Logger } from 'pino'
import * as z from 'zod'
import type { Listener } from '../forward/shared-read.ts'
import type { LogLines } from '../store/log-lines.ts'

const answer = z.object({ logs: z.array(z.object({ time: z.number(), raw_message: z.string() })) })
const params = z.object({ vpn_connection_id: z.string() })

const read = (input: AnyInput, text: string) => {
  const { vpn_connection_id: connectionId } = params.parse(input.params)
  return { connectionId, logs: answer.parse(JSON.parse(text)).logs }
}

/** Keeps the lines of each connection log that somebody looks at. */
export const createLogListener =
  (logLines: LogLines, log: Logger): Listener =>
  (cloudId, input, text) => {
    const keep = async () => {
      const { connectionId, logs } = read(input, text)
      await logLines.keep(cloudId, connectionId, logs)
    }
    keep().catch((error: unknown) => log.error({ err: error }, 'log lines not kept'))
  }
