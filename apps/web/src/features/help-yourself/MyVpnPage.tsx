import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { ownQuery } from '../../api/console-call.ts'
import { load } from '../../api/operation-query.ts'
import { sessionQuery, signOut, useSession } from '../../api/session.ts'
import { landing } from '../../landing.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Failed } from './Failed.tsx'
import styles from './HelpYourself.module.css'
import { MyVpnUser } from './MyVpnUser.tsx'

export const clientLoader = async ({ request }: LoaderFunctionArgs) => {
  await load(request, sessionQuery)
  return null
}

const SignedInAs = () => {
  const session = useSession()
  const [failure, setFailure] = useState<unknown>()
  const home = landing(session)
  const leave = async () => {
    try {
      // A fresh page: nothing of the session stays in its memory.
      window.location.assign((await signOut()) ?? paths.signedOut())
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <div className={styles['person']}>
        <span>
          Signed in as <strong>{session.user.name}</strong>
        </span>
        <span className={styles['links']}>
          {home !== undefined && home !== paths.myVpn() && <AppLink to={home}>VPN Console</AppLink>}
          <Button variant="inline-link" formAction="none" onClick={() => void leave()}>
            Sign out
          </Button>
        </span>
      </div>
      {failure !== undefined && <Failed title="You are still signed in" error={failure} />}
    </>
  )
}

/** For a signed-in person: the VPN users he is, with their profile, connections and password. */
export default function MyVpnPage() {
  const { data, error, isPending, refetch } = useQuery(ownQuery('listOwnVpnUsers', {}))
  const isSignedOut = error instanceof ApiError && error.code === 'CONSOLE.SIGNED_OUT'
  return (
    <SpaceBetween size="l">
      <PageHeader title="My VPN access" />
      <SignedInAs />
      {isPending && <Loading what="your VPN users" />}
      {error && !data && (
        <Failed
          title="Your VPN users cannot be shown"
          error={error}
          {...(!isSignedOut && { onRetry: () => void refetch() })}
        />
      )}
      {data?.vpnUsers.map((user) => (
        <MyVpnUser key={`${user.cloudId} ${user.serverId} ${user.vpnUserId}`} user={user} />
      ))}
      {data && data.missing > 0 && (
        <Failed
          title={data.missing === 1 ? 'One VPN is missing here' : `${data.missing} VPNs are missing here`}
          error={new ApiError({ status: 503, code: 'CONSOLE.SERVICE_DOWN', message: 'Its service does not answer.' })}
          onRetry={() => void refetch()}
        />
      )}
      {data && data.vpnUsers.length === 0 && data.missing === 0 && (
        <Alert type="info" header="You have no VPN user">
          Nobody has linked a VPN user to your account, or he does not exist any more. Ask whoever looks after the VPN.
        </Alert>
      )}
    </SpaceBetween>
  )
}
