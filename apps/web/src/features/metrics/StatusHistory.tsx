import type { VpnConnection } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { nextPollMs, useCloudId } from '../../api/operation-query.ts'
import { Loading } from '../../ui/Loading.tsx'
import { useNow } from '../../ui/now.ts'
import { download } from '../../ui/table/export.ts'
import { exactWords } from '../../ui/time-words.ts'
import { statusHistory, statusSpans, type StatusHistory as History } from './metric-queries.ts'
import { segmentsOf, uptimeOf } from './status-history.ts'
import { changeWords, statusCsv, uptimeDetails, uptimeWords, type StatusRow } from './status-words.ts'
import styles from './StatusHistory.module.css'
import { StatusStrip } from './StatusStrip.tsx'
import { StatusTable } from './StatusTable.tsx'
import { useStatusHistory } from './use-status-history.ts'

type Tunnel = Pick<VpnConnection, 'id' | 'name'>

const useHistories = (id: string): UseQueryResult<History>[] => {
  const cloudId = useCloudId()
  return useQueries({
    queries: statusSpans.map((span) => ({
      ...statusHistory(cloudId, id, span),
      refetchInterval: ({ state }: { state: { error: Error | null } }) => nextPollMs(span.periodS * 1_000, state.error),
    })),
  })
}

const Since = ({ id }: { id: string }) => {
  const now = useNow()
  const change = useStatusHistory(id)
  if (!change) return null
  return <span title={`Since ${exactWords(change.since)}`}>{changeWords(change, now)}</span>
}

const SpanRow = ({ name, words, history }: { name: string; words: string; history: UseQueryResult<History> }) => {
  const { data } = history
  const segments = useMemo(() => data && segmentsOf(data.points, data.grid, data.to), [data])
  const uptime = useMemo(() => segments && uptimeOf(segments), [segments])
  const isMeasured = uptime?.percent !== undefined
  return (
    <div className={styles['row']}>
      <div className={styles['span']}>{words}</div>
      <div>
        {segments && isMeasured && <StatusStrip label={`Status of ${name}, ${words}`} segments={segments} />}
        {!segments && history.error === null && <Loading what="the status" />}
      </div>
      <div className={styles['uptime']}>
        {uptime && <strong>{uptimeWords(uptime)}</strong>}
        {uptime && <div className={styles['details']}>{uptimeDetails(uptime)}</div>}
        {!uptime && history.error !== null && 'Could not be loaded'}
      </div>
    </div>
  )
}

const TunnelHistory = ({ tunnel: { id, name }, isTable }: { tunnel: Tunnel; isTable: boolean }) => {
  const histories = useHistories(id)
  const rows = statusSpans.flatMap(({ words }, index): StatusRow[] => {
    const data = histories[index]?.data
    if (!data) return []
    const segments = segmentsOf(data.points, data.grid, data.to)
    return segments.map((segment) => ({ tunnel: name, span: words, segment })).toReversed()
  })
  return (
    <section aria-label={`Status of ${name}`} className={styles['tunnel']}>
      <div className={styles['head']}>
        <strong>{name}</strong>
        <span className={styles['since']}>
          <Since id={id} />
        </span>
        <Button
          formAction="none"
          variant="inline-link"
          ariaLabel={`CSV of the status of ${name}`}
          onClick={() => download(`${name}-status.csv`, 'text/csv', statusCsv(rows))}
        >
          CSV
        </Button>
      </div>
      {isTable ? (
        <StatusTable name={name} rows={rows} />
      ) : (
        statusSpans.map((span, index) => {
          const history = histories[index]
          return history && <SpanRow key={span.id} name={name} words={span.words} history={history} />
        })
      )}
    </section>
  )
}

const legend = [
  ['up', 'Connected'],
  ['down', 'Not connected'],
  ['partly', 'In part: down for some of that time'],
  ['unknown', 'Unknown to the cloud'],
  ['unmeasured', 'Not measured'],
] as const

/** Whether tunnels were up, over a day, a week and a month. */
export const StatusHistory = ({ tunnels }: { tunnels: readonly Tunnel[] }) => {
  const [isTable, setTable] = useState(false)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Percentages are of the time that was measured and known; gaps count neither way."
          actions={
            <Button
              formAction="none"
              variant="inline-link"
              ariaLabel={`${isTable ? 'Show as picture' : 'Show as table'}: status over time`}
              onClick={() => setTable(!isTable)}
            >
              {isTable ? 'Show as picture' : 'Show as table'}
            </Button>
          }
        >
          Status over time
        </Header>
      }
    >
      {tunnels.map((tunnel) => (
        <TunnelHistory key={tunnel.id} tunnel={tunnel} isTable={isTable} />
      ))}
      {!isTable && (
        <ul className={styles['legend']}>
          {legend.map(([state, words]) => (
            <li key={state}>
              <span className={styles['mark']} data-state={state} />
              {words}
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
