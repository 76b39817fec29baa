import { generateUserPassword } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { Field } from '../../ui/form/Field.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { passwordChecks, passwordStrength } from './password-words.ts'
import styles from './PasswordFields.module.css'
import type { PasswordValues } from './user-form.ts'

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

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
  const [isShown, setShown] = useState(false)
  const form = useFormContext<PasswordValues>()
  const password = form.watch('password')
  const strength = passwordStrength(password, userName)
  return (
    <SpaceBetween size="l">
      <Field<PasswordValues>
        name="password"
        label={label}
        description="It is sent to the cloud and kept nowhere else. Nobody can read it back later: a forgotten one is reset."
        isWide
      >
        {({ field, invalid }) => (
          <>
            <div className={styles['row']}>
              <div className={styles['input']}>
                <Input
                  ref={field.ref}
                  name={field.name}
                  value={password}
                  type={isShown ? 'text' : 'password'}
                  autoComplete="new-password"
                  spellcheck={false}
                  invalid={invalid}
                  onBlur={field.onBlur}
                  onChange={({ detail }) => field.onChange(detail.value)}
                />
              </div>
              <Button
                formAction="none"
                ariaLabel="Generate password"
                onClick={() => {
                  const made = generateUserPassword(randomBytes)
                  onGenerate(made)
                  form.setValue('passwordAgain', '')
                  form.clearErrors(['password', 'passwordAgain'])
                  field.onChange(made)
                  setShown(true)
                }}
              >
                Generate
              </Button>
              <Button
                formAction="none"
                ariaLabel={isShown ? 'Hide password' : 'Show password'}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? 'Hide' : 'Show'}
              </Button>
            </div>
            <ul className={styles['checks']} aria-label="Rules of the password">
              {passwordChecks(password, userName).map(({ words, isMet }) => (
                <li key={words}>
                  <StatusIndicator type={isMet ? 'success' : 'pending'} iconAriaLabel={isMet ? 'Met' : 'Not met yet'}>
                    {words}
                  </StatusIndicator>
                </li>
              ))}
            </ul>
            <output className={styles['strength']}>
              {strength && <StatusIndicator type={strength.type}>{strength.words}</StatusIndicator>}
            </output>
          </>
        )}
      </Field>
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
