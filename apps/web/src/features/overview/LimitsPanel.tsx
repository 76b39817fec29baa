import { useQuery } from '@tanstack/react-query'
import { nextPollMs, operationQuery, useCloudId } from '../../api/operation-query.ts'
import { limitsOf, limitWords, type Limit } from './limits.ts'
import { Meter } from './Meter.tsx'
import styles from './Overview.module.css'
import { Panel } from './Panel.tsx'

/** Limits move with what is built here, which makes them old by itself. */
const pollMs = 5 * 60_000

const Limits = ({ limits }: { limits: readonly Limit[] }) =>
  limits.length === 0 ? (
    <p className={styles['none']}>The cloud tells of no limits.</p>
  ) : (
    <ul className={styles['list']} aria-label="Quotas">
      {limits.map((limit) => (
        <li key={limit.id} className={styles['measured']}>
          <span>{limit.name}</span>
          <Meter words={limitWords(limit)} part={limit.used / Math.max(1, limit.quota)} kind={limit.state} />
        </li>
      ))}
    </ul>
  )

/** How much more can be built, for those who build. */
export const LimitsPanel = () => {
  const quotas = useQuery({
    ...operationQuery(useCloudId(), 'showQuotasInfo', {}),
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  return (
    <Panel title="Quotas" what="the quotas" asked={quotas}>
      {(data) => <Limits limits={limitsOf(data.quotas.resources ?? [])} />}
    </Panel>
  )
}
