import { useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { ownCall, renew } from '../../api/console-call.ts'
import { knownActions } from '../../api/known-actions.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { editRefusal } from './role-actions.ts'
import { RoleFields } from './RoleFields.tsx'
import { isChanged, roleFormSchema, toBody, valuesOf, type RoleFormValues } from './role-form.ts'
import { roleList, roleQuery } from './role-queries.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  await Promise.all([load(request, roleQuery(params['roleId'] ?? '')), load(request, roleList)])
  return null
}

export const crumb = 'Edit role'

const save = async (roleId: string, values: RoleFormValues): Promise<string> => {
  const { name } = await ownCall('updateRole', { params: { roleId }, body: toBody(values) })
  void renew('listRoles', 'showRole', 'listGrants')
  showFlash({ type: 'success', content: `The role ${name} was changed. It holds at once for everybody who has it.` })
  return paths.role(roleId)
}

const givenWords = (count: number) => {
  if (count === 0) return 'Nobody has this role yet.'
  return `What is saved holds at once for ${count === 1 ? 'the one' : `all ${count}`} it is given to.`
}

export default function RoleEditPage() {
  const denied = useConsoleDenied()
  const { roleId = '' } = useParams()
  const { data } = useLive(roleQuery(roleId), () => false)
  const { roles } = useLive(roleList, () => false).data
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [role] = useState(data)
  const draftKey = `role.${role.id}`
  const schema = useMemo(() => roleFormSchema(roles, knownActions, role.id), [roles, role.id])
  const form = useDraftForm<RoleFormValues>({ draftKey, schema, defaultValues: valuesOf(role) })
  const [name, description, actions] = useWatch({ control: form.control, name: ['name', 'description', 'actions'] })
  const nothingChanged = isChanged({ name, description, actions }, role) ? undefined : 'Nothing is changed yet.'
  return (
    <FormShell
      title={`Edit ${role.name}`}
      description={givenWords(role.grants)}
      form={form}
      draftKey={draftKey}
      submit={(values) => save(role.id, values)}
      errorFields={(error) => fieldErrors<RoleFormValues>(error, { name: 'name', actions: 'actions' })}
      submitText={`Save ${role.name}`}
      disabledReason={denied('console:roles:update') ?? editRefusal(role) ?? nothingChanged}
      errorTitle={`${role.name} was not changed`}
      cancelTo={paths.role(role.id)}
    >
      <RoleFields />
    </FormShell>
  )
}
