import SpaceBetween from '@cloudscape-design/components/space-between'
import { SecretField } from '../../ui/form/SecretField.tsx'
import type { NewPasswordValues } from './password-form.ts'
import { passwordChecks, passwordStrength } from './password-words.ts'
import { PasswordInput } from './PasswordInput.tsx'

/** A new password, typed twice, shown on request and judged while it is typed. */
export const NewPasswordFields = ({ userName }: { userName: string }) => (
  <SpaceBetween size="m">
    <SecretField<NewPasswordValues>
      name="password"
      label="New password"
      description="Several words that only you put together are easy to remember and hard to guess."
      what="new password"
      rulesLabel="Rules of the password"
      checksOf={(typed) => passwordChecks(typed, userName)}
      strengthOf={(typed) => passwordStrength(typed, userName)}
    />
    <PasswordInput<NewPasswordValues> name="passwordAgain" label="The same password again" fill="new-password" />
  </SpaceBetween>
)
