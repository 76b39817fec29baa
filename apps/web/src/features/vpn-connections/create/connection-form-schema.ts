import * as z from 'zod'
import type { ConnectionFacts } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { formProblems } from './connection-problems.ts'

/** The form's schema; the facts are read when it is checked, since they come while it is filled in. */
export const connectionFormSchema = (factsOf: (values: ConnectionFormValues) => ConnectionFacts) =>
  z.custom<ConnectionFormValues>().superRefine((values, context) => {
    for (const { path, message } of formProblems(values, factsOf(values))) {
      context.addIssue({ code: 'custom', path: path.split('.'), message })
    }
  })
