import type { QuotaInfo, VpnGateway } from '@vpn-console/api-client'

export type Room = { of: string; used: number; most: number }

/** Where connections are counted, as far as it is known: in the project, and on the gateway. */
export const roomFor = (quotas: readonly QuotaInfo[] | undefined, gateway: VpnGateway | undefined): Room[] => {
  const project = quotas?.find(({ type }) => type === 'vpn_connection')
  const most = gateway?.connection_number
  return [
    ...(project ? [{ of: 'This project', used: project.used, most: project.quota }] : []),
    ...(gateway && most !== undefined ? [{ of: gateway.name, used: gateway.used_connection_number ?? 0, most }] : []),
  ]
}
