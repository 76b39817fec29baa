import { isNotOffered } from '../../api/gone.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { p2cGatewayList, serverList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { needOf } from './gateway-attention.ts'
import { GatewayNeed } from './GatewayNeed.tsx'
import { Meter } from './Meter.tsx'
import styles from './Overview.module.css'
import { Panel } from './Panel.tsx'
import { clientWords, fullness, remoteAccess, type RemoteAccess } from './remote-access.ts'
import { useWatched } from './use-watched.ts'

const Row = ({ access: { name, gateway, server } }: { access: RemoteAccess }) => {
  const cloudId = useCloudId()
  const need = gateway && needOf(gateway)
  const words = gateway && clientWords(gateway)
  const to = server
    ? `${paths.vpnServer({ cloudId, serverId: server.id })}?tab=sessions`
    : paths.p2cGateway({ cloudId, p2cGatewayId: gateway?.id ?? '' })
  return (
    <li className={styles['item']}>
      <span>
        <AppLink to={to}>{name}</AppLink>
      </span>
      {gateway && need && <GatewayNeed id={gateway.id} status={gateway.status} need={need} />}
      {gateway && !server && <span className={styles['quiet']}>No server on it yet</span>}
      {gateway && server && words !== undefined && (
        <Meter words={words} part={fullness(gateway)} kind={fullness(gateway) >= 1 ? 'full' : 'plenty'} />
      )}
    </li>
  )
}

const Rows = ({ rows }: { rows: readonly RemoteAccess[] }) =>
  rows.length === 0 ? (
    <p className={styles['none']}>Nobody connects from outside: there is no Point-to-Cloud gateway.</p>
  ) : (
    <ul className={styles['list']} aria-label="Remote access">
      {rows.map((access) => (
        <Row key={access.id} access={access} />
      ))}
    </ul>
  )

/** Who is connected from outside, and what needs somebody there. */
export const RemoteAccessPanel = () => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const seesGateways = denied('listP2cVgws') === undefined
  const seesServers = denied('listVpnServersByProject') === undefined
  const gateways = useWatched(p2cGatewayList(cloudId), { isEnabled: seesGateways })
  const servers = useWatched(serverList(cloudId), { isEnabled: seesServers })
  // A region without it has nothing to tell, and nothing is wrong.
  if (isNotOffered(seesGateways ? gateways.error : servers.error)) return null
  const shared = {
    title: 'Point-to-Cloud',
    what: 'remote access',
    link: seesServers
      ? { text: 'All servers', to: paths.vpnServers({ cloudId }) }
      : { text: 'All gateways', to: paths.p2cGateways({ cloudId }) },
  }
  return seesGateways ? (
    <Panel {...shared} asked={gateways}>
      {(data) => <Rows rows={remoteAccess(data, servers.data)} />}
    </Panel>
  ) : (
    <Panel {...shared} asked={servers}>
      {(data) => <Rows rows={remoteAccess(undefined, data)} />}
    </Panel>
  )
}
