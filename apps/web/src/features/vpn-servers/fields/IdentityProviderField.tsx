import { useQuery } from '@tanstack/react-query'
import { useCloudId } from '../../../api/operation-query.ts'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { identityProviderList } from '../server-queries.ts'

/** The identity provider that people sign in with, from those of the account. */
export const IdentityProviderField = () => {
  const list = useQuery(identityProviderList(useCloudId()))
  const options = (list.data?.identity_providers ?? []).map(({ id, description, sso_type, enabled }) => ({
    value: id,
    label: id,
    ...((description || sso_type) && { description: description || sso_type || '' }),
    ...(enabled === false && { disabled: true, disabledReason: 'It is switched off in IAM.' }),
  }))
  return (
    <ObjectPicker<{ idpName: string }>
      name="idpName"
      label="Identity provider"
      description="People sign in at it with the account they have there."
      many="identity providers"
      list={list}
      options={options}
    />
  )
}
