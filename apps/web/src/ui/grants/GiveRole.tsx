import type { GivenGrant, ShownRole } from '@vpn-console/api-client'
import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'react-router'
import { ownCall, renew } from '../../api/console-call.ts'
import { knownActions } from '../../api/known-actions.ts'
import { showFlash } from '../flashes.ts'
import { fieldErrors } from '../form/field-errors.ts'
import { FormDialog } from '../form/FormDialog.tsx'
import { useDraftForm } from '../form/use-draft-form.ts'
import { emptyGrant, grantFormSchema, isSamePlace, placeOf, type GrantFormValues } from './grant-form.ts'
import styles from './GiveRole.module.css'
import { RoleFields } from './RoleFields.tsx'
import type { GrantSubject } from './subject.ts'

type GiveRoleProps = {
  subject: GrantSubject
  roles: readonly ShownRole[]
  /** What the subject has already. */
  grants: readonly GivenGrant[]
  onClose: () => void
}

const fields = {
  role: 'role',
  'scope.type': 'scope',
  'scope.cloudId': 'cloudId',
  'scope.scopeId': 'scopeId',
  'scope.vpnUserId': 'vpnUserId',
} as const

/** Gives a person or a group a role, for a part of the console or all of it. */
export default function GiveRole({ subject, roles, grants, onClose }: GiveRoleProps) {
  const { pathname, search } = useLocation()
  const schema = useMemo(() => grantFormSchema(roles, knownActions), [roles])
  const form = useDraftForm<GrantFormValues>({ schema, defaultValues: emptyGrant })
  const values = useWatch({ control: form.control })
  const wanted = placeOf({ ...emptyGrant, ...values })
  const isThere =
    values.scope !== '' && grants.some(({ role, scope }) => role === values.role && isSamePlace(scope, wanted))

  const submit = async (sent: GrantFormValues): Promise<string> => {
    const { type, id } = subject
    await ownCall('giveGrant', { body: { subject: { type, id }, role: sent.role, scope: placeOf(sent) } })
    void renew('listGrants', 'listRoles', 'showRole')
    const role = roles.find((one) => one.id === sent.role)?.name ?? sent.role
    showFlash({ type: 'success', content: `${subject.name} has the role ${role} from now on.` })
    onClose()
    return `${pathname}${search}`
  }

  return (
    <FormDialog<GrantFormValues>
      title={`Give ${subject.name} a role`}
      submitText="Give role"
      errorTitle="The role was not given"
      form={form}
      submit={submit}
      errorFields={(error) => fieldErrors<GrantFormValues>(error, fields)}
      disabledReason={isThere ? `${subject.name} has this role there already.` : undefined}
      onClose={onClose}
    >
      <div className={styles['fields']}>
        <RoleFields roles={roles} />
      </div>
    </FormDialog>
  )
}
