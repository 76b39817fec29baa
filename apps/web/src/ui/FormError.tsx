import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useEffect, useRef, type ReactNode } from 'react'
import { errorText, nextStep } from './error-words.ts'
import { ErrorDetails } from './ErrorDetails.tsx'

type FormErrorProps = {
  /** What did not happen: `gw-paris was not created`. */
  title: string
  error: unknown
  /** What to do now, where the form knows better than the error. */
  action?: ReactNode
}

/** Why a form's request failed, above its buttons: what did not happen, why, and what to do now. */
export const FormError = ({ title, error, action }: FormErrorProps) => {
  const place = useRef<HTMLDivElement>(null)
  // Each failure is a new one: the form takes the old away while it sends.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const next = error instanceof ApiError ? nextStep(error) : undefined
  return (
    <div ref={place} role="alert">
      <Alert type="error" header={title} action={action}>
        {errorText(error)} {next}
        <ErrorDetails error={error} />
      </Alert>
    </div>
  )
}
