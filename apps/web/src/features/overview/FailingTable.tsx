import { useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { ContextOf } from '../../ui/connections/connection-rows.ts'
import { TunnelStatus } from '../../ui/connections/TunnelStatus.tsx'
import styles from './Overview.module.css'
import type { FailingTunnel } from './tunnel-states.ts'

/** More would push the rest of the page out of sight; they are one click away. */
const mostAtFirst = 10

const ImpactWords = ({ tunnel: { impact, other }, site }: { tunnel: FailingTunnel; site: string }) => {
  const cloudId = useCloudId()
  if (impact === 'not known') return 'Other tunnels join the same two ends'
  if (impact === 'cut off') return other ? `Both tunnels to ${site} are down` : `Nothing else connects ${site}`
  if (!other) return null
  return (
    <p className={styles['words']}>
      <AppLink to={paths.vpnConnection({ cloudId, connectionId: other.id })}>{other.name}</AppLink> carries the traffic
    </p>
  )
}

const FailingRow = ({ tunnel, contextOf }: { tunnel: FailingTunnel; contextOf: ContextOf }) => {
  const cloudId = useCloudId()
  const { connection, other } = tunnel
  const { gatewayName, customerGatewayName } = contextOf(connection)
  const to = paths.vpnConnection({ cloudId, connectionId: connection.id })
  return (
    <tr>
      <th scope="row">
        <AppLink to={to}>{connection.name}</AppLink>
        <div className={styles['quiet']}>
          {gatewayName} – {customerGatewayName}
        </div>
      </th>
      <td>
        <TunnelStatus connection={connection} other={other} />
      </td>
      <td>
        <ImpactWords tunnel={tunnel} site={customerGatewayName} />
      </td>
      <td className={styles['links']}>
        <AppLink to={to}>
          Explain<span className="visually-hidden"> {connection.name}</span>
        </AppLink>
        <AppLink to={`${to}?tab=doctor&examine=yes`}>
          Examine<span className="visually-hidden"> {connection.name}</span>
        </AppLink>
      </td>
    </tr>
  )
}

type FailingTableProps = { tunnels: readonly FailingTunnel[]; contextOf: ContextOf }

/** The tunnels that do not work, with what that means for their sites. */
export const FailingTable = ({ tunnels, contextOf }: FailingTableProps) => {
  const [isAll, setAll] = useState(false)
  const hidden = isAll ? 0 : tunnels.length - mostAtFirst
  return (
    <>
      <table className={styles['table']} aria-label="Failing tunnels">
        <thead>
          <tr>
            <th scope="col">Failing</th>
            <th scope="col">State and cause</th>
            <th scope="col">What it means</th>
            <th scope="col">Find out more</th>
          </tr>
        </thead>
        <tbody>
          {(isAll ? tunnels : tunnels.slice(0, mostAtFirst)).map((tunnel) => (
            <FailingRow key={tunnel.connection.id} tunnel={tunnel} contextOf={contextOf} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          Show {hidden} more
        </button>
      )}
    </>
  )
}
