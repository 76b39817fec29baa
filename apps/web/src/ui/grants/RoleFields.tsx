import { grantScopes, scopeRefusal, type ShownRole } from '@vpn-console/api-client'
import { useFormContext, useWatch } from 'react-hook-form'
import { knownActions } from '../../api/known-actions.ts'
import { SelectField } from '../form/SelectField.tsx'
import { scopeAfterPick, type GrantFormValues } from './grant-form.ts'
import { scopeChoices } from './grant-words.ts'
import { ScopeFields } from './ScopeFields.tsx'

type RoleFieldsProps = {
  roles: readonly ShownRole[]
  /** What the menu offers instead of a role, where none has to be given. */
  none?: string
}

/** Which role, and where it holds; the form around it has the values of a grant. */
export const RoleFields = ({ roles, none }: RoleFieldsProps) => {
  const form = useFormContext<GrantFormValues>()
  const roleId = useWatch<GrantFormValues, 'role'>({ name: 'role' })
  const role = roles.find(({ id }) => id === roleId)
  const forget = () => {
    for (const field of ['cloudId', 'scopeId', 'vpnUserId'] as const) form.setValue(field, '')
    form.clearErrors(['role', 'scope', 'cloudId', 'scopeId', 'vpnUserId'])
  }
  return (
    <>
      <SelectField<GrantFormValues>
        name="role"
        label="Role"
        {...(none !== undefined && { isOptional: true, placeholder: none })}
        options={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...roles.map(({ id, name, description }) => ({ value: id, label: name, description })),
        ]}
        isFiltered={roles.length > 8}
        onPick={(id) => {
          const before = form.getValues('scope')
          const after = scopeAfterPick(
            roles.find((one) => one.id === id),
            before,
            knownActions,
          )
          if (after === before) return
          form.setValue('scope', after)
          forget()
        }}
      />
      {role && (
        <SelectField<GrantFormValues>
          name="scope"
          label="Where it holds"
          options={grantScopes.map((scope) => {
            const refusal = scopeRefusal(role, scope, knownActions)
            return {
              value: scope,
              ...scopeChoices[scope],
              ...(refusal !== undefined && { disabled: true, disabledReason: refusal }),
            }
          })}
          onPick={forget}
        />
      )}
      <ScopeFields />
    </>
  )
}
