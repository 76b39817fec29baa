import type { P2cVpnGateway, P2cVpnGatewayUpdate } from '@vpn-console/api-client'

export const bindBody = (eipId: string): { p2c_vpn_gateway: P2cVpnGatewayUpdate } => ({
  p2c_vpn_gateway: { eip_id: eipId },
})

/** What an exchange asks of the cloud, and how it waits. */
export type ExchangeSteps = {
  show: () => Promise<Pick<P2cVpnGateway, 'eip'>>
  unbind: (eipId: string) => Promise<unknown>
  bind: (body: { p2c_vpn_gateway: P2cVpnGatewayUpdate }) => Promise<unknown>
  wait: () => Promise<unknown>
}

/** Unbinding is quick; after these looks the cloud is asked all the same, and says itself if it is too early. */
const mostLooks = 10

/**
 * Gives a gateway another EIP. The cloud binds one only where none is, so the old one is unbound before, in the EIP
 * service. Sent again after a failure it goes on where it stood.
 */
export const exchangeEip = async (steps: ExchangeSteps, eipId: string): Promise<void> => {
  const { eip: present } = await steps.show()
  // The answer of an earlier try was lost.
  if (present?.id === eipId) return
  if (present) {
    await steps.unbind(present.id)
    for (let looks = 1; looks <= mostLooks && (await steps.show()).eip; looks++) await steps.wait()
  }
  await steps.bind(bindBody(eipId))
}
