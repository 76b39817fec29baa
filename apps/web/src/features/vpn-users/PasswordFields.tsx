import { generateUserPassword } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFormContext } from 'react-hook-form'
import { InputField } from '../../ui/form/InputField.tsx'
import { SecretField } from '../../ui/form/SecretField.tsx'
import { randomBytes } from '../../ui/random-bytes.ts'
import { passwordChecks, passwordStrength } from './password-words.ts'
import type { PasswordValues } from './user-form.ts'

type PasswordFieldsProps = {
  label: string
  /** The user's name as it is now: the password must not be it. */
  userName: string
  generated: string | undefined
  /** A password that was made here need not be typed a second time. */
  onGenerate: (password: string) => void
}

/** A password typed twice or made here, shown on request, and checked while it is typed. */
export const PasswordFields = ({ label, userName, generated, onGenerate }: PasswordFieldsProps) => {
  const form = useFormContext<PasswordValues>()
  const password = form.watch('password')
  return (
    <SpaceBetween size="l">
      <SecretField<PasswordValues>
        name="password"
        label={label}
        description="It is sent to the cloud and kept nowhere else. Nobody can read it back later: a forgotten one is reset."
        what="password"
        rulesLabel="Rules of the password"
        checksOf={(typed) => passwordChecks(typed, userName)}
        strengthOf={(typed) => passwordStrength(typed, userName)}
        generate={() => generateUserPassword(randomBytes)}
        onGenerate={(made) => {
          onGenerate(made)
          form.setValue('passwordAgain', '')
          form.clearErrors(['password', 'passwordAgain'])
        }}
      />
      {(password === '' || password !== generated) && (
        <InputField<PasswordValues>
          name="passwordAgain"
          label="The same password again"
          type="password"
          description="Not needed for one that is generated."
        />
      )}
    </SpaceBetween>
  )
}
