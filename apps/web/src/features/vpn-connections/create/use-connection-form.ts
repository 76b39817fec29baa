import { useFormContext, useWatch, type FieldPath } from 'react-hook-form'
import { gatewayOf } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { connectionWarnings } from './connection-warnings.ts'
import { useFacts } from './use-facts.ts'

/** What every step of the wizard works with: the values as they are, what is known, and a way to change several. */
export const useConnectionForm = () => {
  const form = useFormContext<ConnectionFormValues>()
  // Without names it watches, and gives, everything.
  const values = useWatch({ control: form.control }) as ConnectionFormValues
  const facts = useFacts(values.vgw_id)
  const change = (changes: Partial<ConnectionFormValues>) => {
    for (const [key, value] of Object.entries(changes)) {
      const name = key as FieldPath<ConnectionFormValues> // the names are the form's own
      // An error that stands beside the field is looked at again; no new one comes before the person is done.
      form.setValue(name, value, { shouldDirty: true, shouldValidate: form.getFieldState(name).invalid })
    }
  }
  return { form, values, facts, gateway: gatewayOf(facts, values), warnings: connectionWarnings(values, facts), change }
}
