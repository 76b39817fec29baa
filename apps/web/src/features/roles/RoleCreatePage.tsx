import { useMemo } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { ownCall, renew } from '../../api/console-call.ts'
import { knownActions } from '../../api/known-actions.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { RoleFields } from './RoleFields.tsx'
import { copiedValues, emptyRole, roleFormSchema, toBody, type RoleFormValues } from './role-form.ts'
import { roleList } from './role-queries.ts'

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, roleList)

export const crumb = 'Create role'

const create = async (values: RoleFormValues): Promise<string> => {
  const { id, name } = await ownCall('createRole', { body: toBody(values) })
  void renew('listRoles')
  showFlash({ type: 'success', content: `The role ${name} was created. Give it to people on their pages.` })
  return paths.role(id)
}

export default function RoleCreatePage() {
  const denied = useConsoleDenied()
  const [search] = useSearchParams()
  const { roles } = useLive(roleList, () => false).data
  const from = roles.find(({ id }) => id === search.get('from'))
  const draftKey = `role.new.${from?.id ?? ''}`
  const schema = useMemo(() => roleFormSchema(roles, knownActions), [roles])
  const form = useDraftForm<RoleFormValues>({ draftKey, schema, defaultValues: from ? copiedValues(from) : emptyRole })
  return (
    <FormShell
      title={from ? `Create a role from ${from.name}` : 'Create role'}
      description="A role is a set of actions. Where they hold is said when it is given."
      form={form}
      draftKey={draftKey}
      submit={create}
      errorFields={(error) => fieldErrors<RoleFormValues>(error, { name: 'name', actions: 'actions' })}
      submitText="Create role"
      disabledReason={denied('console:roles:create')}
      errorTitle="The role was not created"
      cancelTo={paths.roles()}
    >
      <RoleFields />
    </FormShell>
  )
}
