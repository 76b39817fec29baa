import { gatewayIps } from '@vpn-console/api-client'
import { gatewayOf, peerOf, type ConnectionFacts } from './connection-facts.ts'
import { chosenIps, shownIp, type ConnectionFormValues } from './connection-form.ts'

export type PictureTunnel = { address: string; isStandby: boolean }
export type Picture = { near: string; far: string; farAddress: string; tunnels: PictureTunnel[] }

/** What the drawing of the connection shows. */
export const pictureOf = (values: ConnectionFormValues, facts: ConnectionFacts): Picture => {
  const gateway = gatewayOf(facts, values)
  const peer = peerOf(facts, values)
  const standby = gateway?.ha_mode === 'active-standby' ? gatewayIps(gateway)[1] : undefined
  const unknown = values.extent === 'pair' ? ['', ''] : ['']
  const ips = gateway ? chosenIps(values, gateway) : unknown
  return {
    near: gateway?.name ?? 'VPN gateway',
    far: peer.name || 'Customer gateway',
    farAddress: peer.address,
    tunnels: ips.map((ip) => ({
      address: gateway && ip !== '' ? shownIp(gateway, ip) : '',
      isStandby: ip !== '' && ip === standby,
    })),
  }
}

/** The drawing in a sentence, for those who do not see it. */
export const pictureWords = ({ near, far, farAddress, tunnels }: Picture): string => {
  const to = farAddress === '' ? far : `${far} (${farAddress})`
  const lines = tunnels.map(({ address, isStandby }) => {
    const from = address === '' ? near : `${address} of ${near}`
    return `from ${from} to ${to}${isStandby ? ', on standby' : ''}`
  })
  return `${tunnels.length === 1 ? 'One tunnel' : 'Two tunnels'}: ${lines.join('; ')}.`
}
