import type { VpnConnection } from '@vpn-console/api-client'
import type { ReactNode } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { useNow } from '../../ui/now.ts'
import { statusWords } from '../../ui/status-words.ts'
import { exactWords, spanWords } from '../../ui/time-words.ts'
import type { ConnectionContext } from '../../ui/connections/connection-rows.ts'
import { ConnectionStatus } from './ConnectionStatus.tsx'
import styles from './ConnectionEnds.module.css'

type EndProps = { kind: string; name: ReactNode; address: ReactNode; note: ReactNode }

const End = ({ kind, name, address, note }: EndProps) => (
  <div className={styles['end']}>
    <div className={styles['kind']}>{kind}</div>
    <div className={styles['name']}>{name}</div>
    <div>{address}</div>
    <div className={styles['quiet']}>{note}</div>
  </div>
)

const Lasted = ({ since, isLate }: { since: number; isLate: boolean }) => {
  const now = useNow()
  return (
    <span className={styles['quiet']} title={exactWords(since)}>
      {isLate ? 'for at least ' : 'for '}
      {spanWords(Math.max(0, now - since))}
    </span>
  )
}

type ConnectionEndsProps = {
  connection: VpnConnection
  context: ConnectionContext
  /** Why it is not connected, where that is known. */
  cause: string | undefined
  since?: { since: number; isLate: boolean } | undefined
}

/** Both ends of a tunnel, and how it is between them. */
export const ConnectionEnds = ({ connection, context, cause, since }: ConnectionEndsProps) => {
  const cloudId = useCloudId()
  const { vgw_id, vgw_ip, cgw_id } = connection
  const { gatewayName, end, customerGateway, customerGatewayName, other } = context
  const idType = customerGateway?.id_type === 'fqdn' ? 'Known by its name' : 'Known by its address'
  const asn = customerGateway?.bgp_asn === undefined ? '' : `, ASN ${customerGateway.bgp_asn}`
  return (
    <div className={styles['tunnel']}>
      <End
        kind="VPN gateway"
        name={<AppLink to={paths.vpnGateway({ cloudId, gatewayId: vgw_id })}>{gatewayName}</AppLink>}
        address={<CopyableId value={end.address ?? vgw_ip} what={`the address of ${gatewayName}`} />}
        note={end.place === undefined ? 'Gateway address' : `Address ${end.place}`}
      />
      <div className={styles['middle']}>
        <ConnectionStatus connection={connection} other={other} cause={cause} since={since} />
        {connection.status === 'ACTIVE' && since && <Lasted {...since} />}
        <div className={styles['line']} data-kind={statusWords('connection', connection.status).kind} />
      </div>
      <End
        kind="Customer gateway"
        name={
          <AppLink to={paths.customerGateway({ cloudId, customerGatewayId: cgw_id })}>{customerGatewayName}</AppLink>
        }
        address={
          customerGateway ? (
            <CopyableId value={customerGateway.id_value} what={`the identifier of ${customerGatewayName}`} />
          ) : (
            'Not to be seen from here'
          )
        }
        note={customerGateway ? `${idType}${asn}` : undefined}
      />
    </div>
  )
}
