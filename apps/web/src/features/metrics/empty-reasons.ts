import type { VpnConnection } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { modeText } from '../../ui/connection-words.ts'
import type { NeededSwitch } from './metric-charts.ts'

type Tunnel = Pick<VpnConnection, 'id' | 'name' | 'style' | 'enable_nqa' | 'connection_monitor_id' | 'vgw_id'>

export type EmptyReason = {
  text: string
  /** Where the switches are that would fill the chart. */
  actions: readonly { text: string; to: string }[]
}

const lacks = (needs: NeededSwitch | undefined, tunnel: Tunnel): NeededSwitch | 'mode' | 'time' => {
  if (needs === 'monitor' && !tunnel.connection_monitor_id) return 'monitor'
  if (needs !== 'nqa') return 'time'
  if (tunnel.style !== 'STATIC') return 'mode'
  return tunnel.enable_nqa ? 'time' : 'nqa'
}

const reasonFor = (
  lack: ReturnType<typeof lacks>,
  first: Tunnel,
  tunnels: readonly Tunnel[],
  cloudId: string,
): EmptyReason => {
  const names = tunnels.map(({ name }) => name).join(' and ')
  const isOne = tunnels.length === 1
  switch (lack) {
    case 'monitor':
      return {
        text: `The link is measured by a connection monitor. ${names} ${isOne ? 'has' : 'have'} none.`,
        actions: tunnels.map(({ id, name }) => ({
          text: isOne ? 'Create monitor' : `Create monitor for ${name}`,
          to: `${paths.vpnConnection({ cloudId, connectionId: id })}?tab=monitor`,
        })),
      }
    case 'nqa':
      return {
        text: `Inside the tunnel NQA measures. ${names} ${isOne ? 'was' : 'were'} created without it, and the cloud does not let it be switched on afterwards.`,
        actions: [
          { text: 'Create a connection with NQA', to: paths.vpnConnectionNew({ cloudId, gatewayId: first.vgw_id }) },
        ],
      }
    case 'mode':
      return {
        text: `Inside the tunnel NQA measures, which only the mode Static has. The mode of ${names} is ${modeText(first)}.`,
        actions: [],
      }
    default:
      return { text: `Nothing was measured of ${names} in this time. Figures come once a minute.`, actions: [] }
  }
}

/** Why a chart has nothing of some connections, and what would change that; those that lack the same together. */
export const emptyReasons = (
  needs: NeededSwitch | undefined,
  tunnels: readonly Tunnel[],
  cloudId: string,
): EmptyReason[] =>
  (['monitor', 'nqa', 'mode', 'time'] as const).flatMap((lack) => {
    const group = tunnels.filter((tunnel) => lacks(needs, tunnel) === lack)
    const [first] = group
    return first ? [reasonFor(lack, first, group, cloudId)] : []
  })
