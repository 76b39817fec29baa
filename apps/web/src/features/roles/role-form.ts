import { patternProblems, type KnownActions, type RoleBody, type ShownRole } from '@vpn-console/api-client'
import * as z from 'zod'

export type RoleFormValues = { name: string; description: string; actions: string[] }

export const emptyRole: RoleFormValues = { name: '', description: '', actions: [] }

export const valuesOf = ({ name, description, actions }: ShownRole): RoleFormValues => ({
  name,
  description,
  actions: [...actions],
})

/** What a new role begins with that is made from another one: what it may do, and a name of its own still to be found. */
export const copiedValues = ({ actions, isBuiltIn, description }: ShownRole): RoleFormValues => ({
  name: '',
  description: isBuiltIn ? '' : description,
  actions: [...actions],
})

export const toBody = ({ name, description, actions }: RoleFormValues): RoleBody => ({
  name: name.trim(),
  description: description.trim(),
  actions: [...actions],
})

/** Whether a form says something else than the role does. */
export const isChanged = (values: RoleFormValues, role: ShownRole): boolean =>
  JSON.stringify(toBody(values)) !== JSON.stringify(toBody(valuesOf(role)))

/** What the form is checked by: the same rules as in the backend, and names that are each there once. */
export const roleFormSchema = (roles: readonly ShownRole[], known: KnownActions, id?: string) =>
  z
    .object({
      name: z.string().trim().min(1, 'Enter a name.').max(64, 'Use at most 64 characters.'),
      description: z.string().max(500, 'Use at most 500 characters.'),
      actions: z.array(z.string()),
    })
    .superRefine(({ name, actions }, context) => {
      const isTaken = roles.some((role) => role.id !== id && role.name.toLowerCase() === name.toLowerCase())
      if (isTaken) context.addIssue({ code: 'custom', path: ['name'], message: `There is a role ${name} already.` })
      for (const { message } of patternProblems(actions, known)) {
        context.addIssue({ code: 'custom', path: ['actions'], message })
      }
    })
