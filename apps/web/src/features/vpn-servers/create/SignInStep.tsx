import { useFormContext } from 'react-hook-form'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { IdentityProviderField } from '../fields/IdentityProviderField.tsx'
import { signInTiles } from '../fields/sign-in-tiles.ts'
import type { ServerFormValues } from './server-form.ts'

/** How people prove who they are. */
export const SignInStep = () => {
  const authType = useFormContext<ServerFormValues>().watch('authType')
  return (
    <>
      <TilesField<ServerFormValues> name="authType" label="Sign-in of users" options={signInTiles} columns={2} />
      {authType === 'FEDERATED' && <IdentityProviderField />}
    </>
  )
}
