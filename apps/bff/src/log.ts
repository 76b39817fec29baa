import { pino, type Logger } from 'pino'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

// Nothing logs a body, a cookie or a header; this is the second fence, should a line ever be handed one.
const secretNames = ['password', 'old_password', 'new_password', 'psk', 'private_key', 'enc_private_key', 'sk', 'token']
const redactedPaths = [
  ...secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  'headers',
  '*.headers',
  'cookie',
  '*.cookie',
  'body',
  '*.body',
]

/** What of an error is logged: its kind and place. Its other properties may hold what somebody sent. */
const errorLine = (error: unknown): unknown =>
  error instanceof Error
    ? { type: error.name, message: error.message, stack: error.stack, cause: error.cause && errorLine(error.cause) }
    : { type: typeof error }

export const createLog = (level: LogLevel, stream?: { write: (line: string) => void }): Logger => {
  const options = { level, redact: { paths: redactedPaths, censor: '***' }, serializers: { err: errorLine } }
  return stream ? pino(options, stream) : pino(options)
}
