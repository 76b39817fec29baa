import { personName } from '@vpn-console/api-client'
import * as z from 'zod'

export type PersonFormValues = { name: string; contact: string }

/** The same rules as in the backend. */
export const personFields = {
  name: z.string().min(1, 'Enter a user name.').pipe(personName),
  contact: z.string().max(254, 'Use at most 254 characters.'),
}
export const personForm = z.object(personFields)
