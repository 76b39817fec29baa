import type { P2cVpnGateway } from '@vpn-console/api-client'

type Gateway = Pick<P2cVpnGateway, 'name' | 'eip' | 'current_connection_number'>

export const addressOf = ({ eip }: Pick<P2cVpnGateway, 'eip'>): string | undefined => eip && (eip.ip_address ?? eip.id)

export const eipTitle = (gateway: Gateway): string =>
  gateway.eip ? `Exchange the EIP of ${gateway.name}` : `Bind an EIP to ${gateway.name}`

/** What the exchange does, one sentence each. */
export const exchangeWords = (gateway: Gateway): string[] => {
  const old = addressOf(gateway)
  if (old === undefined) return ['Nobody is cut off: no EIP is bound here now.']
  return [
    `${old} is unbound first, then the new EIP is bound: the cloud allows no other order.`,
    'Everybody who is connected is cut off at once.',
    `Client profiles name ${old}: everybody needs a new one, or connects no more.`,
    `${old} stays in your account, and is paid for, until somebody releases it in the EIP service.`,
  ]
}

/** What the person agrees to before anything is sent. */
export const agreementWords = (gateway: Gateway, address: string): string => {
  const old = addressOf(gateway)
  if (old === undefined) return `Bind ${address} to ${gateway.name}.`
  const online = gateway.current_connection_number ?? 0
  const who =
    online === 0 ? 'Nobody is connected now' : online === 1 ? '1 client is cut off' : `${online} clients are cut off`
  return `Exchange ${old} for ${address}. ${who}, and everybody needs a new client profile.`
}
