import type * as z from 'zod'
import { accountOperations } from './account-operations.ts'
import { auditOperations } from './audit-operations.ts'
import { cloudOperations } from './cloud-operations.ts'
import { peopleOperations } from './people-operations.ts'
import { roleOperations } from './role-operations.ts'
import { secondFactorOperations } from './second-factor-operations.ts'
import { selfServiceOperations } from './self-service-operations.ts'
import { sessionOperations } from './session-operations.ts'
import { signOnOperations } from './sign-on-operations.ts'

/** The console's own endpoints. They all lie under `/api`. */
export const consoleOperations = {
  ...sessionOperations,
  ...cloudOperations,
  ...accountOperations,
  ...peopleOperations,
  ...roleOperations,
  ...signOnOperations,
  ...auditOperations,
  ...secondFactorOperations,
  ...selfServiceOperations,
}
type ConsoleOperations = typeof consoleOperations
export type ConsoleOperationName = keyof ConsoleOperations

type Of<N extends ConsoleOperationName, K extends string> =
  ConsoleOperations[N] extends Record<K, infer S> ? (S extends z.ZodType ? z.infer<S> : undefined) : undefined
type Part<K extends string, T> = T extends undefined ? { [P in K]?: undefined } : { [P in K]: T }

/** What a console operation is given: path parameters (without the cloud), query and body. */
export type ConsoleInput<N extends ConsoleOperationName> = Part<'query', Of<N, 'query'>> &
  Part<'body', Of<N, 'body'>> & { params?: Omit<NonNullable<Of<N, 'params'>>, 'cloudId'> }

/** What a console operation answers with. */
export type ConsoleOutput<N extends ConsoleOperationName> = Of<N, 'response'>
