import type * as z from 'zod'
import type { OperationName } from '../catalogue/catalogue.ts'

/**
 * Who may call an endpoint of the console: who may call the cloud's row it is like, on the cloud in its path; who has
 * one of the console's own actions; anybody signed in; or anybody at all.
 */
type Permission = { like: OperationName } | { action: `console:${string}` } | { access: 'signed-in' | 'public' }

/** An endpoint of the console itself, declared as the cloud's rows are. Secret fields say so in their meta. */
export type ConsoleOperation = Permission & {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  path: string
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  status: number
  response?: z.ZodType
  /** What a change without an answer takes away: in this shape the audit keeps how it was. */
  gone?: z.ZodType
}
