import type { VpnConnection } from '@vpn-console/api-client'

type Named = Pick<VpnConnection, 'name'>

/** What a change of the key will do, step by step, told before it begins. */
export const orderWords = (tunnels: readonly Named[], customerGatewayName: string, resets: boolean): string[] => {
  const [first, second] = tunnels
  if (!first) return ['Choose at least one tunnel.']
  const names = second ? `${first.name} and ${second.name}` : first.name
  const sent = `The cloud gets the new key for ${names}. ${second ? 'Both tunnels' : 'The tunnel'} still ${second ? 'carry' : 'carries'} traffic with the old one.`
  const peer = `You set the new key on the customer device (${customerGatewayName}), and say here that it is done.`
  if (!resets) return [sent, peer, 'At the next negotiation both ends use the new key.']
  const reset = second
    ? [
        `${first.name} is reset and negotiated with the new key, while ${second.name} carries the traffic.`,
        `Once ${first.name} is connected again, ${second.name} is reset in the same way.`,
      ]
    : [
        `${first.name} is reset and negotiated with the new key. Its traffic is interrupted until it is connected again.`,
      ]
  return [sent, peer, ...reset]
}
