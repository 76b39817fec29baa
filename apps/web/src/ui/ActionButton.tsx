import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'

type ActionButtonProps = {
  children: ReactNode
  /** Why it cannot be done now, in one sentence; undefined where it can. */
  disabledReason?: string | undefined
  onClick?: () => void
  /** Goes to a page of the console. */
  to?: string
  variant?: ButtonProps.Variant
  iconName?: ButtonProps['iconName']
  loading?: boolean
  loadingText?: string
  submit?: boolean
  ariaLabel?: string
}

/** A button that is never silently dead: where it cannot be used it can still be reached, and says why. */
export const ActionButton = ({ to, disabledReason, onClick, submit, children, ...rest }: ActionButtonProps) => {
  const navigate = useNavigate()
  const isDisabled = disabledReason !== undefined
  return (
    <Button
      {...rest}
      formAction={submit ? 'submit' : 'none'}
      disabled={isDisabled}
      disabledReason={disabledReason}
      {...(to !== undefined && !isDisabled && { href: to })}
      onFollow={(event) => {
        event.preventDefault()
        if (to !== undefined) void navigate(to)
      }}
      onClick={() => {
        if (to === undefined) onClick?.()
      }}
    >
      {children}
    </Button>
  )
}
