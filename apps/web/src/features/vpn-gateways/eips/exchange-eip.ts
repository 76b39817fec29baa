import type { Eip, VpnGateway, VpnGatewayUpdate } from '@vpn-console/api-client'

export type Slot = 1 | 2

/** The EIP that a gateway has at one of its two places; nothing where none is bound. */
export const eipAt = (gateway: Pick<VpnGateway, 'eip1' | 'eip2'>, slot: Slot): Eip | undefined =>
  slot === 1 ? gateway.eip1 : gateway.eip2

export const bindBody = (slot: Slot, eipId: string): { vpn_gateway: VpnGatewayUpdate } => ({
  vpn_gateway: slot === 1 ? { eip_id_1: eipId } : { eip_id_2: eipId },
})

/** What an exchange asks of the cloud, and how it waits. */
export type ExchangeSteps = {
  show: () => Promise<Pick<VpnGateway, 'eip1' | 'eip2'>>
  unbind: (eipId: string) => Promise<unknown>
  bind: (body: { vpn_gateway: VpnGatewayUpdate }) => Promise<unknown>
  wait: () => Promise<unknown>
}

/** Unbinding is quick; after these looks the cloud is asked all the same, and says itself if it is too early. */
const mostLooks = 10

/**
 * Gives a gateway another EIP. The cloud binds one only where none is, so the old one is unbound before, in the EIP
 * service. Sent again after a failure it goes on where it stood.
 */
export const exchangeEip = async (steps: ExchangeSteps, slot: Slot, eipId: string): Promise<void> => {
  const present = eipAt(await steps.show(), slot)
  // The answer of an earlier try was lost.
  if (present?.id === eipId) return
  if (present) {
    await steps.unbind(present.id)
    for (let looks = 1; looks <= mostLooks && eipAt(await steps.show(), slot); looks++) await steps.wait()
  }
  await steps.bind(bindBody(slot, eipId))
}
