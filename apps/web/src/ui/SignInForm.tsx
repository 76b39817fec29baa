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
  // Each of these is a sentence for him already, with the time to wait where there is one.
  const said = ['CONSOLE.WRONG_SIGN_IN', 'CONSOLE.WRONG_CODE', 'CONSOLE.LOCKED', 'CONSOLE.PROVIDER_ONLY']
  if (said.includes(error.code)) return error.message
  if (error.status === 429) return 'Too many attempts from your address. Wait some minutes, then try again.'
  if (error.code === 'CONSOLE.UNREACHABLE')
    return 'The console could not be reached. Check the network, then try again.'
  return `${error.message}${error.requestId ? ` Request id ${error.requestId}.` : ''}`
}

/** Whether the code is all that is still wrong or missing. */
const isAboutCode = (error: unknown) =>
  error instanceof ApiError && (error.code === 'CONSOLE.CODE_NEEDED' || error.code === 'CONSOLE.WRONG_CODE')

type SignInFormProps = {
  onSignedIn: () => void
  userName?: string | undefined
  /** Another way stands before it, which has the eye and the focus. */
  isSecond?: boolean
}

/** Sign-in by name and password, and then by the code of the second factor for those who have one. */
export const SignInForm = ({ onSignedIn, userName = '', isSecond = false }: SignInFormProps) => {
  const [values, setValues] = useState({ userName, password: '', code: '' })
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [isTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<string>()

  const nameInput = useRef<InputProps.Ref>(null)
  const passwordInput = useRef<InputProps.Ref>(null)
  const codeInput = useRef<InputProps.Ref>(null)

  // Where the form is all there is to do here, the first empty field has the focus.
  useEffect(() => {
    if (isSecond && step === 'password') return undefined
    // A dialog around it takes the focus first.
    const frame = requestAnimationFrame(() => {
      const first = userName ? passwordInput : nameInput
      const input = step === 'code' ? codeInput : first
      input.current?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [userName, step, isSecond])

  const isComplete = values.userName !== '' && values.password !== '' && (step === 'password' || values.code !== '')

  const refuse = (error: unknown) => {
    const isCode = isAboutCode(error)
    setStep(isCode ? 'code' : 'password')
    setFailure(error instanceof ApiError && error.code === 'CONSOLE.CODE_NEEDED' ? undefined : signInFailure(error))
    setValues((current) => ({ ...current, code: '', ...(!isCode && { password: '' }) }))
    setTried(false)
    const wrong = isCode ? codeInput : passwordInput
    wrong.current?.focus()
  }

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete || isPending) return
    setPending(true)
    setFailure(undefined)
    const { code, ...given } = values
    try {
      await signIn({ ...given, ...(step === 'code' && { code: code.trim() }) })
      onSignedIn()
    } catch (error) {
      refuse(error)
    } finally {
      setPending(false)
    }
  }

  const set = (change: Partial<typeof values>) => setValues((current) => ({ ...current, ...change }))
  const missing = (field: keyof typeof values, text: string) => (isTried && !values[field] ? text : undefined)

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <SpaceBetween size="m">
        {failure !== undefined && (
          <div role="alert">
            <Alert type="error">{failure}</Alert>
          </div>
        )}
        {step === 'password' ? (
          <SpaceBetween size="m">
            <FormField label="User name" errorText={missing('userName', 'Enter your user name.')}>
              <Input
                ref={nameInput}
                value={values.userName}
                onChange={({ detail }) => set({ userName: detail.value })}
                autoComplete="username"
                name="username"
                spellcheck={false}
              />
            </FormField>
            <FormField label="Password" errorText={missing('password', 'Enter your password.')}>
              <Input
                ref={passwordInput}
                type="password"
                value={values.password}
                onChange={({ detail }) => set({ password: detail.value })}
                autoComplete="current-password"
                name="password"
              />
            </FormField>
          </SpaceBetween>
        ) : (
          <FormField
            label="Code"
            description={`The six digits that your authenticator app shows for ${values.userName}, or one of your recovery codes.`}
            errorText={missing('code', 'Enter the code.')}
          >
            <Input
              ref={codeInput}
              value={values.code}
              onChange={({ detail }) => set({ code: detail.value })}
              autoComplete="one-time-code"
              name="code"
              spellcheck={false}
            />
          </FormField>
        )}
        <Button
          variant={isSecond ? 'normal' : 'primary'}
          formAction="submit"
          fullWidth
          loading={isPending}
          loadingText="Signing in"
        >
          Sign in
        </Button>
        {step === 'code' && (
          <Button
            variant="inline-link"
            formAction="none"
            onClick={() => {
              setStep('password')
              set({ password: '', code: '' })
              setFailure(undefined)
            }}
          >
            Sign in as somebody else
          </Button>
        )}
      </SpaceBetween>
    </form>
  )
}
