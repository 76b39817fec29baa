import { ApiError, type OpenedVpnInvitation } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'react-router'
import { ownCall } from '../../api/console-call.ts'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { clockWords, dayWords } from '../../ui/time-words.ts'
import { AskAddress } from './AskAddress.tsx'
import { Failed } from './Failed.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const ProfileForUser = lazy(() => import('../client-configuration/ProfileForUser.tsx'))

type StepProps = {
  token: string
  invitation: OpenedVpnInvitation
  onOpened: (invitation: OpenedVpnInvitation) => void
}

const SetPassword = ({ token, invitation, onOpened }: StepProps) => (
  <SpaceBetween size="m">
    <div>
      Your VPN user name is <strong>{invitation.userName}</strong>. Choose your password; after that you get the profile
      for your device.
    </div>
    <PasswordForm
      asksOld={false}
      userName={invitation.userName}
      submitText="Set the password"
      send={async ({ newPassword }) => {
        onOpened(await ownCall('useVpnInvitation', { body: { token, newPassword } }))
      }}
    />
    <div>This link works once, until {dayWords(invitation.expiresAt)}.</div>
  </SpaceBetween>
)

const otherWords = {
  certificate:
    'This VPN lets in who has a certificate. The profile alone does not connect: you also need a certificate and its private key, which come from whoever looks after the VPN.',
  other:
    'On this VPN you sign in as you do elsewhere in your organisation: your password is not set here. What you need is the profile.',
  password: '',
}

/** Where people have no passwords on the server, the profile is all there is to get. */
const GetProfile = ({ token, invitation, onOpened }: StepProps) => {
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<unknown>()
  const get = async () => {
    setPending(true)
    setError(undefined)
    try {
      onOpened(await ownCall('useVpnInvitation', { body: { token } }))
    } catch (failure) {
      setError(failure)
      setPending(false)
    }
  }
  return (
    <SpaceBetween size="m">
      <div>{otherWords[invitation.signIn]}</div>
      {error !== undefined && <Failed title="The profile cannot be fetched" error={error} />}
      <Button variant="primary" formAction="none" fullWidth loading={isPending} onClick={() => void get()}>
        Go on to the profile
      </Button>
    </SpaceBetween>
  )
}

const Profile = ({ token, invitation: { userName, signIn, profileUntil = 0 } }: StepProps) => (
  <SpaceBetween size="m">
    {signIn === 'password' ? (
      <output>
        <Alert type="success" header="Your password is set">
          Your user name is <strong>{userName}</strong>. Keep both: the VPN client asks for them.
        </Alert>
      </output>
    ) : (
      <Alert type="info">{otherWords[signIn]}</Alert>
    )}
    <div>The profile can be fetched here until {clockWords(new Date(profileUntil))}, for each of your devices.</div>
    <Suspense fallback={<Loading what="the steps" />}>
      <ProfileForUser
        auth={signIn === 'password' ? 'LOCAL_PASSWORD' : signIn === 'certificate' ? 'CERT' : undefined}
        fetchProfile={(osType) => ownCall('exportInvitedProfile', { body: { token, osType } })}
      />
    </Suspense>
  </SpaceBetween>
)

const steps = (props: StepProps) => {
  if (props.invitation.step === 'profile') return <Profile {...props} />
  return props.invitation.signIn === 'password' ? <SetPassword {...props} /> : <GetProfile {...props} />
}

const isUnusable = (error: unknown) =>
  error instanceof ApiError && (error.code === 'CONSOLE.LINK_UNUSABLE' || error.code === 'CONSOLE.INVALID_INPUT')

const Invitation = ({ token }: { token: string }) => {
  const client = useQueryClient()
  const queryKey = ['console', 'openVpnInvitation', token]
  const { data, error, isPending, refetch } = useQuery({
    queryKey,
    queryFn: ({ signal }) => ownCall('openVpnInvitation', { body: { token } }, { signal }),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    // The key holds the token: it is forgotten with the page.
    gcTime: 0,
  })
  if (isPending) return <Loading what="your invitation" />
  if (data) return steps({ token, invitation: data, onOpened: (opened) => client.setQueryData(queryKey, opened) })
  if (isUnusable(error)) {
    return (
      <AskAddress reason="This link cannot be used: it is not complete, or it was used, withdrawn or has expired. Ask whoever sent it for a new one." />
    )
  }
  return <Failed title="Your invitation cannot be opened" error={error} onRetry={() => void refetch()} />
}

/** For whoever was invited: sets his password, then fetches the profile for his device. */
export default function VpnInvitationPage() {
  // Behind the `#`, which no server sees.
  const token = useLocation().hash.slice(1)
  return (
    <SpaceBetween size="m">
      <PageHeader title="Set up your VPN access" />
      {token === '' ? (
        <AskAddress reason="This page needs the whole link from your invitation." />
      ) : (
        <Invitation key={token} token={token} />
      )}
    </SpaceBetween>
  )
}
