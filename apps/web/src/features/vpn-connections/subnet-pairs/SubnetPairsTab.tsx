import type { VpnConnection } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { staleSince } from '../../../api/operation-query.ts'
import { FormError } from '../../../ui/FormError.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import type { ConnectionContext } from '../../../ui/connections/connection-rows.ts'
import { expectationWords, expectedPairs } from './expected-pairs.ts'
import { pairColumns } from './pair-columns.tsx'
import { useSubnetPairs } from './pair-queries.ts'
import { countStates, pairRows, type PairRow } from './pair-rows.ts'
import { summaryWords } from './pair-words.ts'
import { PairMatrix } from './PairMatrix.tsx'
import styles from './SubnetPairs.module.css'

const parameter = 'view'

const useView = () => {
  const [search, setSearch] = useSearchParams()
  const change = (view: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        if (view === 'table') next.set(parameter, view)
        else next.delete(parameter)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return [search.get(parameter) === 'table' ? 'table' : 'matrix', change] as const
}

const Summary = ({ rows }: { rows: readonly PairRow[] }) => {
  const counts = countStates(rows)
  const words = summaryWords(counts)
  if (counts.missing + counts.unanswered > 0) return <StatusIndicator type="error">{words}</StatusIndicator>
  if (counts.unexpected + counts.unasked + counts.fallenSilent > 0)
    return <StatusIndicator type="warning">{words}</StatusIndicator>
  return <StatusIndicator type={counts.down > 0 ? 'pending' : 'success'}>{words}</StatusIndicator>
}

type SubnetPairsTabProps = { connection: VpnConnection; context: ConnectionContext }

/** The subnet pairs that the tunnel should carry beside those that it carries, with what went through them. */
export default function SubnetPairsTab({ connection, context }: SubnetPairsTabProps) {
  const { name } = connection
  const [view, setView] = useView()
  const pairs = useSubnetPairs(connection)
  const { gateway } = context
  const rows = useMemo(
    () =>
      pairs.data &&
      pairRows(expectedPairs(connection, gateway), pairs.data.sa_infos, pairs.samples, connection.status === 'ACTIVE'),
    [pairs.data, pairs.samples, connection, gateway],
  )
  const collectedAt = Math.max(...(rows ?? []).map(({ collectedAt: at }) => at ?? 0))
  const retry = () => void pairs.refetch()

  const header = (
    <Header
      variant="h2"
      description={expectationWords(connection)}
      actions={
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <StaleNotice since={staleSince(pairs)} onRetry={retry} isRetrying={pairs.isFetching} />
          <SegmentedControl
            label="Show the pairs as"
            selectedId={view}
            onChange={({ detail }) => setView(detail.selectedId)}
            options={[
              { id: 'matrix', text: 'Matrix' },
              { id: 'table', text: 'Table' },
            ]}
          />
        </SpaceBetween>
      }
    >
      Subnet pairs
    </Header>
  )

  const summary = rows && (
    <SpaceBetween size="xxs">
      <output>
        <Summary rows={rows} />
      </output>
      {collectedAt > 0 && (
        <p className={styles['quiet']}>
          Counted by the cloud <Timestamp value={new Date(collectedAt).toISOString()} />. Rates are those between the
          last two counts.
        </p>
      )}
    </SpaceBetween>
  )

  return (
    <SpaceBetween size="m">
      <Container header={header}>
        {rows ? (
          <SpaceBetween size="m">
            {summary}
            {view === 'matrix' && rows.length > 0 && <PairMatrix rows={rows} name={name} />}
          </SpaceBetween>
        ) : pairs.error ? (
          <FormError title={`The subnet pairs of ${name} could not be read`} error={pairs.error} />
        ) : (
          <Loading what="the subnet pairs" />
        )}
      </Container>
      {rows && view === 'table' && (
        <ResourceTable
          id="subnet-pairs"
          urlPrefix="pairs-"
          words={{ one: 'subnet pair', many: 'subnet pairs' }}
          items={rows}
          error={pairs.error}
          onRetry={retry}
          columns={pairColumns}
          idOf={({ key }) => key}
          nameOf={({ source, destination }) => `${source} to ${destination}`}
          sortedBy="source"
          empty={{ text: 'No pair is expected, and none is there.' }}
        />
      )}
    </SpaceBetween>
  )
}
