import { bandwidthLimit, type Publicip, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import { rateWords } from '../Abilities.tsx'
import { slotNames } from '../gateway-detail-words.ts'
import { eipAt, type Slot } from './exchange-eip.ts'

export const slotName = (gateway: Pick<VpnGateway, 'network_type' | 'ha_mode'>, slot: Slot): string =>
  slotNames(gateway)[slot - 1] ?? ''

/** Inside a sentence: `EIP 1`, `the active EIP`. */
export const slotWords = (gateway: Pick<VpnGateway, 'network_type' | 'ha_mode'>, slot: Slot): string => {
  const name = slotName(gateway, slot)
  return name.startsWith('EIP') ? name : `the ${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

export const eipTitle = (gateway: VpnGateway, slot: Slot): string =>
  eipAt(gateway, slot)
    ? `Exchange ${slotWords(gateway, slot)} of ${gateway.name}`
    : `Bind ${slotWords(gateway, slot)} of ${gateway.name}`

/** Whether a connection ends at this place of the gateway; with no EIP there, whether it is left without any. */
export const endsAt = (gateway: VpnGateway, slot: Slot, { vgw_ip }: Pick<VpnConnection, 'vgw_ip'>): boolean => {
  const here = eipAt(gateway, slot)
  if (here) return vgw_ip === here.id || vgw_ip === here.ip_address
  const other = eipAt(gateway, slot === 1 ? 2 : 1)
  return other !== undefined && vgw_ip !== other.id && vgw_ip !== other.ip_address
}

/** More bandwidth than the gateway carries is allowed, and of no use. */
export const eipWarning = (eip: Publicip | undefined, { flavor }: Pick<VpnGateway, 'flavor'>): string | undefined => {
  const limit = bandwidthLimit(flavor)
  const size = eip?.bandwidth_size
  if (size === undefined || size <= limit) return undefined
  return `It has ${rateWords(size)}, but ${flavor} carries no more than ${rateWords(limit)}.`
}

const tunnels = (count: number) => (count === 1 ? 'the connection there' : `the ${count} connections there`)

/** What the exchange does, one sentence each. */
export const exchangeWords = (gateway: VpnGateway, slot: Slot): string[] => {
  const old = eipAt(gateway, slot)
  if (!old) return ['Nothing is taken down: no EIP is bound here now. Tunnels to this address can come up once it is.']
  const address = old.ip_address ?? old.id
  return [
    `${address} is unbound first, then the new EIP is bound: the cloud allows no other order.`,
    'Every tunnel to this address goes down at once, and comes back when the device at its other end uses the new address.',
    `Tunnels to the other address of ${gateway.name} stay as they are.`,
    `${address} stays in your account, and is paid for, until somebody releases it in the EIP service.`,
  ]
}

/** What the person agrees to before anything is sent. */
export const agreementWords = (
  gateway: VpnGateway,
  slot: Slot,
  { address, connections }: { address: string; connections: number | undefined },
): string => {
  const old = eipAt(gateway, slot)
  if (!old) return `Bind ${address} to ${gateway.name}.`
  const exchange = `Exchange ${old.ip_address ?? old.id} for ${address}`
  if (connections === undefined) return `${exchange}, knowing that the tunnels to it go down.`
  if (connections === 0) return `${exchange}. No connection ends there now.`
  const device = connections === 1 ? 'its device uses' : 'their devices use'
  return `${exchange}, knowing that ${tunnels(connections)} ${connections === 1 ? 'stays' : 'stay'} down until ${device} the new address.`
}

/** What has to be set at the customer's device. */
export const deviceTask =
  (from: string | undefined, to: string) =>
  (device: string): string =>
    from === undefined
      ? `On ${device}: the address of the VPN gateway is ${to}.`
      : `On ${device}: change the address of the VPN gateway from ${from} to ${to}.`
