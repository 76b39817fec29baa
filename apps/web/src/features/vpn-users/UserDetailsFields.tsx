import { freeStaticIp, staticIpProblems, type UserSurroundings, type VpnUserGroup } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useFormContext } from 'react-hook-form'
import { Field } from '../../ui/form/Field.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { RadioField } from '../../ui/form/RadioField.tsx'
import { ObjectPicker } from '../../ui/pickers/ObjectPicker.tsx'
import styles from '../../ui/form/FieldRow.module.css'
import type { UserDetails } from './user-form.ts'
import { countUsers } from './user-words.ts'

type GroupsQuery = {
  data: readonly VpnUserGroup[] | undefined
  isPending: boolean
  error: Error | null
  refetch: () => unknown
}

type UserDetailsFieldsProps = {
  groups: GroupsQuery
  around: UserSurroundings
  /** The address that the user has already. */
  ownAddress?: string | undefined
}

const groupOptions = (groups: readonly VpnUserGroup[] = [], before: string) => {
  const options = groups.map(({ id, name, type, user_number = 0 }) => ({
    // Nothing chosen means the default group, which a new user is in by itself.
    value: type === 'Default' && before === '' ? '' : id,
    label: name,
    description: `${type === 'Default' ? 'The default group, ' : ''}${countUsers(user_number)}`,
  }))
  const hasDefault = before !== '' || options.some(({ value }) => value === '')
  return hasDefault ? options : [{ value: '', label: 'The default group' }, ...options]
}

const AddressCheck = ({ around, ownAddress }: Pick<UserDetailsFieldsProps, 'around' | 'ownAddress'>) => {
  const address = useFormContext<UserDetails>().watch('staticIp').trim()
  if (address === '') return null
  const isOwn = address === ownAddress
  const [problem] = isOwn ? [] : staticIpProblems(address, around.client_cidr, around.staticIps)
  if (problem) return <StatusIndicator type="error">{problem.message}</StatusIndicator>
  if (isOwn)
    return <StatusIndicator type="success">{`${address} is the address of this user already.`}</StatusIndicator>
  if (around.client_cidr === undefined || around.staticIps === undefined) {
    return (
      <StatusIndicator type="info">
        Whether it is free cannot be seen with your roles: the cloud checks it when it is sent.
      </StatusIndicator>
    )
  }
  return <StatusIndicator type="success">{`${address} is free.`}</StatusIndicator>
}

const StaticIpField = ({ around, ownAddress }: Omit<UserDetailsFieldsProps, 'groups'>) => {
  const { client_cidr, staticIps } = around
  const form = useFormContext<UserDetails>()
  const free = client_cidr === undefined ? undefined : freeStaticIp(client_cidr, staticIps ?? new Set())
  const suggest = () => {
    if (free !== undefined) form.setValue('staticIp', free, { shouldDirty: true, shouldValidate: true })
  }
  return (
    <>
      <RadioField<UserDetails>
        name="hasStaticIp"
        label="Address in the tunnel"
        options={[
          { value: 'no', label: 'Any free one, at each connection' },
          {
            value: 'yes',
            label: 'A static IP',
            description:
              'Always the same, for firewall rules of this one user. Only one connection at a time can have it.',
          },
        ]}
        onPick={(picked) => {
          if (picked === 'yes' && form.getValues('staticIp').trim() === '') suggest()
        }}
      />
      {form.watch('hasStaticIp') === 'yes' && (
        <Field<UserDetails>
          name="staticIp"
          label="Static IP"
          constraint={`The first address of a block of four inside ${client_cidr ?? 'the client CIDR block of the server'}, but not the server’s own`}
        >
          {({ field }) => (
            <>
              <div className={styles['row']}>
                <div className={styles['input']}>
                  <Input
                    ref={field.ref}
                    name={field.name}
                    value={field.value}
                    autoComplete={false}
                    spellcheck={false}
                    onBlur={field.onBlur}
                    onChange={({ detail }) => field.onChange(detail.value)}
                  />
                </div>
                {free !== undefined && (
                  <Button formAction="none" onClick={suggest}>
                    Suggest a free one
                  </Button>
                )}
              </div>
              <output className={styles['strength']}>
                <AddressCheck around={around} ownAddress={ownAddress} />
              </output>
            </>
          )}
        </Field>
      )}
    </>
  )
}

/** What can be chosen for a new user and changed for one who is there: group, address, description. */
export const UserDetailsFields = ({ groups, around, ownAddress }: UserDetailsFieldsProps) => {
  const { watch, formState } = useFormContext<UserDetails>()
  const before = formState.defaultValues?.groupId ?? ''
  const groupId = watch('groupId')
  return (
    <>
      <ObjectPicker<UserDetails>
        name="groupId"
        label="User group"
        many="user groups"
        description={
          before !== '' && groupId !== before
            ? 'The user is moved: out of the old group, into this one. What the access policies of the old group allow ends with it.'
            : 'Access policies say by group what its users may reach. A user is in one group.'
        }
        list={groups}
        options={groupOptions(groups.data, before)}
      />
      <StaticIpField around={around} ownAddress={ownAddress} />
      <InputField<UserDetails>
        name="description"
        label="Description"
        constraint="At most 64 letters, digits and underscores"
        isOptional
      />
    </>
  )
}
