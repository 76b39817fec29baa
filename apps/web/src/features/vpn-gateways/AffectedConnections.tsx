import type { VpnConnection, VpnGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import { useQuery } from '@tanstack/react-query'
import { customerGatewayList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { errorText } from '../../ui/error-words.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import styles from './AffectedConnections.module.css'
import { connectionList } from './gateway-queries.ts'

type AffectedConnectionsProps = {
  gateway: VpnGateway
  title: string
  /** Which of the gateway's connections; all where it is left out. */
  isAffected?: (connection: VpnConnection) => boolean
  /** What to say where there are none. */
  none: string
  /** What is to be done at the customer's device, given how the device is known. */
  deviceTask?: (device: string) => string
}

/** Connections that a change touches, each with its state and the device at its other end. */
export const AffectedConnections = (props: AffectedConnectionsProps) => {
  const { gateway, title, isAffected = () => true, none, deviceTask } = props
  const cloudId = useCloudId()
  const denied = useDenied()
  const reason = denied('listVpnConnections')
  const { data, error } = useQuery({ ...connectionList(cloudId, gateway.id), enabled: reason === undefined })
  const { data: devices } = useQuery({
    ...customerGatewayList(cloudId),
    enabled: denied('listCgws') === undefined,
  })
  const deviceOf = (id: string) => {
    const found = devices?.find((device) => device.id === id)
    return found ? `${found.name} (${found.id_value})` : id
  }
  const affected = data?.filter(isAffected).toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const trouble = reason ?? (error ? errorText(error) : undefined)
  return (
    <section aria-labelledby="affected">
      <Box variant="h2" fontSize="heading-s">
        <span id="affected">{title}</span>
      </Box>
      {!affected && (
        <Box color="text-body-secondary">
          {trouble === undefined ? 'Looking them up' : `They could not be looked up: ${trouble}`}
        </Box>
      )}
      {affected?.length === 0 && <Box color="text-body-secondary">{none}</Box>}
      {affected && affected.length > 0 && (
        <ul className={styles['list']} aria-labelledby="affected">
          {affected.map(({ id, name, status, cgw_id }) => (
            <li key={id} className={styles['row']}>
              <AppLink to={paths.vpnConnection({ cloudId, connectionId: id })}>{name}</AppLink>
              <span>{deviceOf(cgw_id)}</span>
              <StatusBadge of="connection" id={id} status={status} />
              {deviceTask && <span className={styles['task']}>{deviceTask(deviceOf(cgw_id))}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
