import type { P2cVpnGateway } from '@vpn-console/api-client'

/** What a status means for whoever looks at it, where there is something to do or to know. */
export const statusAdvice = ({ status, frozen_effect, eip }: P2cVpnGateway): string | undefined => {
  if (status === 'FROZEN') {
    return frozen_effect === 2
      ? 'The cloud account is frozen: the gateway can neither be changed nor deleted until that is settled with the cloud.'
      : 'The cloud account is frozen: the gateway can be deleted, but not changed, until that is settled with the cloud.'
  }
  if (status === 'FAULT') return 'Open a ticket with the cloud and give it the request id. It can be deleted.'
  if (status === 'PENDING_UPGRADE_CONFIRM')
    return 'It takes no other change until the upgrade is committed or rolled back.'
  if (status === 'ACTIVE' && !eip) return 'It has no address: bind an EIP before anybody can connect.'
  return undefined
}
