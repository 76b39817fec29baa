import { ApiError } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { ownCall, ownQuery } from '../../api/console-call.ts'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { AskAddress } from './AskAddress.tsx'
import { Failed } from './Failed.tsx'
import { PasswordForm } from './PasswordForm.tsx'

const once = { retry: false, refetchOnWindowFocus: false, staleTime: Infinity } as const

/** The portal of the address; without one, the only one there is. */
const usePortal = (portalId: string | undefined) => {
  const only = useQuery({
    ...ownQuery('findSelfServicePortal', {}),
    ...once,
    enabled: portalId === undefined,
  })
  const named = useQuery({
    ...ownQuery('checkSelfServicePortal', { params: { portalId: portalId ?? '' } }),
    ...once,
    enabled: portalId !== undefined,
  })
  return portalId === undefined ? only : named
}

const isNotThere = (error: unknown) =>
  error instanceof ApiError && (error.code === 'CONSOLE.NOT_FOUND' || error.code === 'CONSOLE.INVALID_INPUT')

const Portal = ({ portalId }: { portalId: string }) => {
  const [isDone, setDone] = useState(false)
  if (isDone) {
    return (
      <output>
        <Alert type="success" header="Your password is changed">
          From now on connect with the new one. A VPN client that has kept the old password asks for the new one, or has
          to be told it in its settings.
        </Alert>
      </output>
    )
  }
  return (
    <PasswordForm
      asksOld
      submitText="Change the password"
      send={async ({ userName, oldPassword, newPassword }) => {
        await ownCall('changeVpnPassword', { params: { portalId }, body: { userName, oldPassword, newPassword } })
        setDone(true)
      }}
    />
  )
}

/** For VPN users without an account of the console: a new password for the old one. */
export default function HelpYourselfPage() {
  const { portalId } = useParams()
  const { data, error, isPending, refetch } = usePortal(portalId)
  const found = data?.portalId
  return (
    <SpaceBetween size="m">
      <PageHeader
        title="Change your VPN password"
        description={found === undefined ? undefined : 'With the user name and password that your VPN client asks for.'}
      />
      {isPending && <Loading what="the page" />}
      {found !== undefined && <Portal key={found} portalId={found} />}
      {data && found === undefined && (
        <AskAddress reason="Each VPN has a page of its own for this. Its address is in your invitation." />
      )}
      {error && isNotThere(error) && <AskAddress reason="There is no such page, or it is not in use any more." />}
      {error && !isNotThere(error) && (
        <Failed title="The page cannot be shown" error={error} onRetry={() => void refetch()} />
      )}
    </SpaceBetween>
  )
}
