import type { SignedInSession } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ownCall, ownQuery, renew } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { ConfirmAction } from '../../ui/ConfirmAction.tsx'
import { errorText } from '../../ui/error-words.ts'
import { showFlash } from '../../ui/flashes.ts'
import { deviceWords } from '../../ui/sign-ins/device-words.ts'
import { SessionTable } from '../../ui/sign-ins/SessionTable.tsx'

const pollMs = 30_000

/** Where one is signed in oneself. */
export default function SessionsTab() {
  const list = useQuery({ ...ownQuery('listOwnSessions', {}), refetchInterval: pollMs })
  const [isAsking, setAsking] = useState(false)
  const others = list.data?.sessions.filter((session) => !session.is_current).length ?? 0

  const endOne = useMutation({
    mutationFn: async (session: SignedInSession) => {
      try {
        await ownCall('endOwnSession', { params: { sessionId: session.id } })
      } catch (error) {
        if (!isGone(error)) throw error
      }
    },
    onSuccess: (_, session) =>
      showFlash({ type: 'success', content: `${deviceWords(session.user_agent)} at ${session.ip} is signed out.` }),
    onError: (error) => showFlash({ type: 'error', content: `It is still signed in. ${errorText(error)}` }),
    onSettled: () => renew('listOwnSessions'),
  })
  const endOthers = useMutation({
    mutationFn: () => ownCall('endOtherSessions', {}),
    onSuccess: ({ ended }) => {
      setAsking(false)
      showFlash({
        type: 'success',
        content: `You are signed out in ${ended} other ${ended === 1 ? 'place' : 'places'}.`,
      })
    },
    onSettled: () => renew('listOwnSessions'),
  })

  return (
    <>
      <SessionTable
        id="own-sessions"
        list={list}
        header={
          <Header variant="h2" description="Sign out what you do not know, and change your password then.">
            Where you are signed in
          </Header>
        }
        empty="You are signed in nowhere."
        onEnd={(session) => endOne.mutate(session)}
        tools={
          <ActionButton
            onClick={() => setAsking(true)}
            disabledReason={others === 0 ? 'You are signed in nowhere else.' : undefined}
          >
            Sign out the others
          </ActionButton>
        }
      />
      {isAsking && (
        <ConfirmAction
          title="Sign out the others"
          consequence="You are signed out everywhere but here. What is typed there and not sent may be lost."
          actionText="Sign out the others"
          pendingText="Signing out"
          errorTitle="The others are still signed in"
          isPending={endOthers.isPending}
          error={endOthers.error}
          onConfirm={() => endOthers.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
