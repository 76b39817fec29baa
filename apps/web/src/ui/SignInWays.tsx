import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ownQuery } from '../api/console-call.ts'
import { paths } from '../paths.ts'
import { Loading } from './Loading.tsx'
import { SignInForm } from './SignInForm.tsx'
import styles from './SignInWays.module.css'

/** What the sign-in page offers: a provider's button, passwords, or both. */
export const signInWays = queryOptions({ ...ownQuery('showSignInWays', {}), staleTime: 60_000, retry: false })

type SignInWaysProps = {
  onSignedIn: () => void
  userName?: string | undefined
  /** Where the provider's way leads to in the end. */
  to: string
  /** The provider's way begins in a tab of its own: this page must not be left. */
  inNewTab?: boolean
  /** Whoever came by the provider before has no use for the other way at first. */
  prefersProvider?: boolean
}

/** Every way to sign in, the provider's first where there is one. */
export const SignInWays = ({ onSignedIn, userName, to, inNewTab, prefersProvider }: SignInWaysProps) => {
  const { data: ways, isPending } = useQuery(signInWays)
  const [isByPassword, setByPassword] = useState(false)
  if (isPending) return <Loading what="the ways to sign in" />
  // Whether or not it was told: a password can always be tried.
  if (ways?.provider === undefined) return <SignInForm userName={userName} onSignedIn={onSignedIn} />

  return (
    <SpaceBetween size="m">
      <Button
        variant="primary"
        formAction="none"
        fullWidth
        href={paths.startSignOn(to)}
        {...(inNewTab && { target: '_blank', iconName: 'external', iconAlign: 'right', iconAlt: 'opens a new tab' })}
      >
        {ways.provider}
      </Button>
      {inNewTab && <div>It opens in a new tab. Come back here afterwards: this page is as you left it.</div>}
      {isByPassword || (ways.allowsPasswords && !prefersProvider) ? (
        <SpaceBetween size="m">
          <div className={styles['or']}>or with a password of the console</div>
          <SignInForm isSecond userName={userName} onSignedIn={onSignedIn} />
        </SpaceBetween>
      ) : (
        <Button variant="inline-link" formAction="none" onClick={() => setByPassword(true)}>
          {ways.allowsPasswords ? 'Sign in with a password' : 'Sign in with a password, as an administrator'}
        </Button>
      )}
    </SpaceBetween>
  )
}
