import { InputField } from '../../../ui/form/InputField.tsx'
import type { KeyValues } from './account-form.ts'
import { HiddenField } from './HiddenField.tsx'

/** An IAM user with his password: the console signs in as he does. */
export const SignInFields = () => (
  <>
    <InputField<KeyValues> name="user" label="IAM user name" />
    <HiddenField<KeyValues> name="password" label="Password" what="password" />
    <InputField<KeyValues>
      name="domain"
      label="Account name"
      description="Of the account that the user belongs to: the domain name, as the cloud calls it."
    />
  </>
)
