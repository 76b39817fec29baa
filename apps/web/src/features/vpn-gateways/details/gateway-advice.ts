import type { VpnGateway } from '@vpn-console/api-client'

const advice: Record<string, string> = {
  PENDING_CREATE: 'It takes a minute or two. Its addresses are shown as soon as it runs.',
  PENDING_UPDATE: 'It takes no other change until this one is done.',
  PENDING_DELETE: 'It is gone when this page says that there is nothing here any more.',
  UPGRADING: 'Its tunnels move over one after the other.',
  ROLLING_BACK: 'It goes back to the version it had.',
  PENDING_UPGRADE_CONFIRM: 'Commit the upgrade or roll it back: it takes no other change before.',
  FREEZED:
    'Its bills or a policy of the account stopped it: it takes no change, and its tunnels may stop. Settle that with the account’s owner.',
}

/** What comes next for a gateway in its present status, in one sentence; undefined where nothing is to be done. */
export const nextStepOf = (gateway: VpnGateway, requestId: string | undefined): string | undefined => {
  const { status, used_connection_number, network_type, eip1, eip2 } = gateway
  if (status === 'FAULT') {
    const ticket = requestId === undefined ? '' : ` with the request id ${requestId}`
    return `Delete it and create it again, or open a ticket${ticket}.`
  }
  if (status === 'ACTIVE' && network_type === 'public' && !eip1 && !eip2) {
    return 'It has no address: bind an EIP before anything can connect.'
  }
  if (status === 'ACTIVE' && used_connection_number === 0) return 'It has no connection yet: create one.'
  return advice[status]
}
