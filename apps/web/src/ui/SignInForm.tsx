import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { signIn } from '../api/session.ts'

/** What a failed sign-in means for the person in front of it. */
export const signInFailure = (error: unknown): string => {
  if (!(error instanceof ApiError)) return 'Signing in failed. Try again.'
  if (error.code === 'CONSOLE.WRONG_SIGN_IN') return 'User name or password is wrong.'
  if (error.status === 429) return 'Too many attempts. Wait a minute, then try again.'
  if (error.code === 'CONSOLE.UNREACHABLE')
    return 'The console could not be reached. Check the network, then try again.'
  return `${error.message}${error.requestId ? ` Request id ${error.requestId}.` : ''}`
}

type SignInFormProps = { onSignedIn: () => void; userName?: string | undefined }

export const SignInForm = ({ onSignedIn, userName = '' }: SignInFormProps) => {
  const [values, setValues] = useState({ userName, password: '' })
  const [isTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()

  const nameInput = useRef<InputProps.Ref>(null)
  const passwordInput = useRef<InputProps.Ref>(null)

  // The form is all there is to do here, so the first empty field has the focus.
  useEffect(() => {
    // A dialog around it takes the focus first.
    const frame = requestAnimationFrame(() => (userName ? passwordInput : nameInput).current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [userName])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (!values.userName || !values.password || isPending) return
    setPending(true)
    setFailure(undefined)
    try {
      await signIn(values)
      onSignedIn()
    } catch (error) {
      setFailure(signInFailure(error))
      setValues((current) => ({ ...current, password: '' }))
      setTried(false)
      passwordInput.current?.focus()
    } finally {
      setPending(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <SpaceBetween size="m">
        {failure !== undefined && <Alert type="error">{failure}</Alert>}
        <FormField label="User name" errorText={isTried && !values.userName ? 'Enter your user name.' : undefined}>
          <Input
            ref={nameInput}
            value={values.userName}
            onChange={({ detail }) => setValues((current) => ({ ...current, userName: detail.value }))}
            autoComplete="username"
            name="username"
            spellcheck={false}
          />
        </FormField>
        <FormField label="Password" errorText={isTried && !values.password ? 'Enter your password.' : undefined}>
          <Input
            ref={passwordInput}
            type="password"
            value={values.password}
            onChange={({ detail }) => setValues((current) => ({ ...current, password: detail.value }))}
            autoComplete="current-password"
            name="password"
          />
        </FormField>
        <Button variant="primary" formAction="submit" fullWidth loading={isPending} loadingText="Signing in">
          Sign in
        </Button>
      </SpaceBetween>
    </form>
  )
}
