import type { PersonView } from '@vpn-console/api-client'
import { useLocation } from 'react-router'
import { ownCall } from '../../api/console-call.ts'
import { renewSession, useSession } from '../../api/session.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormDialog } from '../../ui/form/FormDialog.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { personForm, type PersonFormValues } from './person-form.ts'
import { PersonFields } from './PersonFields.tsx'
import { renewPeople } from './person-queries.ts'

/** Renames a person, or changes how he is reached. */
export default function EditPerson({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { pathname, search } = useLocation()
  const { user } = useSession()
  const { id, name, contact } = person
  const form = useDraftForm<PersonFormValues>({ schema: personForm, defaultValues: { name, contact } })

  const submit = async (values: PersonFormValues): Promise<string> => {
    await ownCall('updatePerson', { params: { personId: id }, body: values })
    await renewPeople()
    // The menu shows one's own name.
    if (id === user.id) void renewSession()
    onClose()
    return `${pathname}${search}`
  }

  return (
    <FormDialog<PersonFormValues>
      title={`Edit ${name}`}
      submitText={`Save ${name}`}
      errorTitle={`${name} was not changed`}
      form={form}
      submit={submit}
      errorFields={(error) => fieldErrors<PersonFormValues>(error, { name: 'name', contact: 'contact' })}
      onClose={onClose}
    >
      <PersonFields />
    </FormDialog>
  )
}
