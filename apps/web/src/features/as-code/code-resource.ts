import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'

/** Something of the cloud, to be shown as code. */
export type CodeResource =
  | { type: 'vpn-gateway'; value: VpnGateway }
  | { type: 'customer-gateway'; value: CustomerGateway }
  | { type: 'vpn-connection'; value: VpnConnection }

/** Tags that people set; the cloud's own cannot be given. */
export const ownTags = <T extends { key: string }>(tags: readonly T[] = []): T[] =>
  tags.filter(({ key }) => !key.startsWith('_sys_'))
