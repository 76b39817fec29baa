import { ApiError, type OwnVpnSession, type OwnVpnUser } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import { useMutation, useQuery } from '@tanstack/react-query'
import { ownCall, ownQuery, renew } from '../../api/console-call.ts'
import { nextPollMs } from '../../api/operation-query.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { Failed } from './Failed.tsx'
import styles from './HelpYourself.module.css'

const pollMs = 15_000

const placeWords = ({ clientIp, virtualIp }: OwnVpnSession) =>
  [clientIp === undefined ? undefined : `from ${clientIp}`, virtualIp === undefined ? undefined : `as ${virtualIp}`]
    .filter((words) => words !== undefined)
    .join(', ')

type SessionProps = { session: OwnVpnSession; isPending: boolean; onEnd: () => void }

const Session = ({ session, isPending, onEnd }: SessionProps) => (
  <li className={styles['session']}>
    <span>
      Connected <Timestamp value={session.since} />
      <span className={`mono ${styles['place'] ?? ''}`}>{placeWords(session)}</span>
    </span>
    <Button
      formAction="none"
      loading={isPending}
      loadingText="Ending"
      ariaLabel={`End this connection ${placeWords(session)}`}
      onClick={onEnd}
    >
      End this connection
    </Button>
  </li>
)

/** From where the person is connected now. A device that is lost or forgotten is cut off from here. */
export const MySessions = ({ user: { cloudId, serverId, vpnUserId } }: { user: OwnVpnUser }) => {
  const params = { cloudId, serverId, vpnUserId }
  const { data, error, isPending, refetch } = useQuery({
    ...ownQuery('listOwnVpnSessions', { params }),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  const ending = useMutation({
    mutationFn: async (sessionId: string) => {
      try {
        await ownCall('endOwnVpnSession', { params: { ...params, sessionId } })
      } catch (failure) {
        // It ended by itself meanwhile.
        if (!(failure instanceof ApiError && failure.status === 404)) throw failure
      }
    },
    onSettled: () => renew('listOwnVpnSessions'),
  })
  return (
    <div>
      <h2 className={styles['title']}>Connected now</h2>
      {isPending && <Loading what="your connections" />}
      {data?.sessions.length === 0 && <p className={styles['none']}>No device of yours is connected.</p>}
      {data && data.sessions.length > 0 && (
        <ul className={styles['sessions']}>
          {data.sessions.map((session) => (
            <Session
              key={session.id}
              session={session}
              isPending={ending.isPending && ending.variables === session.id}
              onEnd={() => ending.mutate(session.id)}
            />
          ))}
        </ul>
      )}
      {error && !data && (
        <Failed title="Your connections cannot be shown" error={error} onRetry={() => void refetch()} />
      )}
      {ending.error && <Failed title="The connection was not ended" error={ending.error} />}
    </div>
  )
}
