import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRef, useState, type SyntheticEvent } from 'react'
import {
  failureOf,
  noPasswords,
  passwordRules,
  typedProblems,
  type Failure,
  type PasswordFieldName,
  type PasswordValues,
} from './password-form.ts'

type PasswordFormProps = {
  /** Whose password it is, where that is known; else it is asked for. */
  userName?: string
  /** Whether the old one is needed for it. */
  asksOld: boolean
  submitText: string
  send: (values: PasswordValues) => Promise<unknown>
}

const fields: readonly { name: PasswordFieldName; label: string; autoComplete: string; constraint?: string }[] = [
  { name: 'userName', label: 'VPN user name', autoComplete: 'username' },
  { name: 'oldPassword', label: 'Old password', autoComplete: 'current-password' },
  { name: 'newPassword', label: 'New password', autoComplete: 'new-password', constraint: passwordRules },
  { name: 'again', label: 'The new password again', autoComplete: 'new-password' },
]

const noFailure: Failure = { fields: {} }

/** A new password, typed twice. What was typed stays through every failure, and is gone with the page. */
export const PasswordForm = ({ userName, asksOld, submitText, send }: PasswordFormProps) => {
  const [values, setValues] = useState({ ...noPasswords, userName: userName ?? '' })
  const [isTried, setTried] = useState(false)
  const [isShown, setShown] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState(noFailure)
  const inputs = useRef(new Map<PasswordFieldName, InputProps.Ref | null>())

  const shown = fields.filter(({ name }) =>
    name === 'userName' ? userName === undefined : name !== 'oldPassword' || asksOld,
  )
  const problems = typedProblems(values, asksOld)
  const errorOf = (name: PasswordFieldName) => failure.fields[name] ?? (isTried ? problems[name] : undefined)
  const focusFirst = (of: Failure['fields']) => {
    const first = shown.find(({ name }) => of[name] !== undefined)
    if (first) inputs.current.get(first.name)?.focus()
  }

  const type = (name: PasswordFieldName, value: string) => {
    setValues((current) => ({ ...current, [name]: value }))
    setFailure((current) => ({ ...current, fields: { ...current.fields, [name]: undefined } }))
  }

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isPending) return
    if (Object.keys(problems).length > 0) {
      focusFirst(problems)
      return
    }
    setPending(true)
    setFailure(noFailure)
    try {
      await send({ ...values, userName: values.userName.trim() })
    } catch (error) {
      const refused = failureOf(error)
      setFailure(refused)
      focusFirst(refused.fields)
    } finally {
      setPending(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <SpaceBetween size="m">
        {failure.words !== undefined && (
          <div role="alert">
            <Alert type="error">{failure.words}</Alert>
          </div>
        )}
        {/* For password managers, which keep the new one under this name. */}
        {userName !== undefined && <input hidden readOnly autoComplete="username" value={userName} />}
        {shown.map(({ name, label, autoComplete, constraint }) => (
          <FormField key={name} label={label} errorText={errorOf(name)} constraintText={constraint} stretch>
            <Input
              ref={(input) => {
                inputs.current.set(name, input)
              }}
              name={name}
              value={values[name]}
              type={name === 'userName' || isShown ? 'text' : 'password'}
              autoComplete={autoComplete}
              spellcheck={false}
              onChange={({ detail }) => type(name, detail.value)}
            />
          </FormField>
        ))}
        <Checkbox checked={isShown} onChange={({ detail }) => setShown(detail.checked)}>
          Show the passwords
        </Checkbox>
        <Button variant="primary" formAction="submit" fullWidth loading={isPending} loadingText="Sending">
          {submitText}
        </Button>
      </SpaceBetween>
    </form>
  )
}
