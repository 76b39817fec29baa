import type { VpnGateway } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { gatewayList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { needOf, needy, othersWords } from './gateway-attention.ts'
import { GatewayNeed } from './GatewayNeed.tsx'
import styles from './Overview.module.css'
import { Panel } from './Panel.tsx'
import { useWatched } from './use-watched.ts'

/** Where that can be dealt with which it needs somebody for. */
const pageOf = (cloudId: string, gateway: VpnGateway): string => {
  const isUpgrade = gateway.status === 'PENDING_UPGRADE_CONFIRM' || needOf(gateway) === 'version'
  return `${paths.vpnGateway({ cloudId, gatewayId: gateway.id })}${isUpgrade ? '?tab=upgrades' : ''}`
}

const Gateways = ({ gateways }: { gateways: readonly VpnGateway[] }) => {
  const cloudId = useCloudId()
  const inNeed = needy(gateways)
  if (gateways.length === 0) return <p className={styles['none']}>There are no VPN gateways yet.</p>
  if (inNeed.length === 0) {
    return <StatusIndicator type="success">None needs anybody: {othersWords(gateways)}</StatusIndicator>
  }
  const others = othersWords(gateways)
  return (
    <>
      <ul className={styles['list']} aria-label="VPN gateways that need attention">
        {inNeed.map((gateway) => (
          <li key={gateway.id} className={styles['item']}>
            <span>
              <AppLink to={pageOf(cloudId, gateway)}>{gateway.name}</AppLink>
            </span>
            <GatewayNeed id={gateway.id} status={gateway.status} need={needOf(gateway) ?? 'status'} />
          </li>
        ))}
      </ul>
      {others !== '' && <p className={styles['none']}>Besides: {others}.</p>}
    </>
  )
}

/** Gateways that are faulty or frozen, wait for a decision, or run an old version. */
export const GatewaysPanel = () => {
  const cloudId = useCloudId()
  const gateways = useWatched(gatewayList(cloudId))
  return (
    <Panel
      title="VPN gateways"
      count={gateways.data?.length}
      what="the VPN gateways"
      link={{ text: 'All VPN gateways', to: paths.vpnGateways({ cloudId }) }}
      asked={gateways}
    >
      {(data) => <Gateways gateways={data} />}
    </Panel>
  )
}
