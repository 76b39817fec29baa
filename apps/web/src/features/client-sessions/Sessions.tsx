import Alert from '@cloudscape-design/components/alert'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useDenied } from '../../api/session.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { useSearchChange } from '../../ui/use-search-change.ts'
import { LiveSessions } from './LiveSessions.tsx'
import { SessionHistory } from './SessionHistory.tsx'
import { spanOf } from './history-words.ts'

type SessionsProps = { gatewayId: string; serverId?: string }

/** Who is connected, and who was. */
export const Sessions = ({ gatewayId, serverId }: SessionsProps) => {
  const denied = useDenied()
  const [search, show] = useSearchChange()
  const refused = denied('listP2cVgwConnections')
  const view = search.get('view') === 'history' ? 'history' : 'now'

  if (refused !== undefined) return <Alert type="info">{refused}</Alert>
  return (
    <KitWords>
      <SpaceBetween size="m">
        <SegmentedControl
          label="Sessions to show"
          selectedId={view}
          options={[
            { id: 'now', text: 'Connected now' },
            { id: 'history', text: 'History' },
          ]}
          onChange={({ detail }) => show({ view: detail.selectedId === 'history' ? 'history' : '' })}
        />
        {view === 'now' ? (
          <LiveSessions
            gatewayId={gatewayId}
            serverId={serverId}
            onHistory={(user) => show({ view: 'history', user })}
          />
        ) : (
          <SessionHistory
            gatewayId={gatewayId}
            userName={search.get('user') ?? ''}
            span={spanOf(search.get('span'))}
            onChange={show}
          />
        )}
      </SpaceBetween>
    </KitWords>
  )
}
