import type { VpnConnection } from '@vpn-console/api-client'

const advice: Record<string, string> = {
  PENDING_CREATE: 'It takes half a minute or so. Then it connects as soon as the customer device is set up.',
  PENDING_UPDATE: 'It takes no other change until this one is done.',
  PENDING_DELETE: 'It is gone when this page says that there is nothing here any more.',
  DOWN: 'The log tells what the two ends could not agree on. Where it tells nothing, the customer device has not answered yet.',
  FREEZED: 'Its bills or a policy of the account stopped it. Settle that with the account’s owner.',
}

/** What comes next for a connection in its present status; undefined where nothing is to be done. */
export const nextStepOf = (
  { status }: Pick<VpnConnection, 'status'>,
  requestId: string | undefined,
): string | undefined => {
  if (status !== 'ERROR') return advice[status]
  const ticket = requestId === undefined ? '' : ` with the request id ${requestId}`
  return `Delete it and create it again, or open a ticket${ticket}.`
}
