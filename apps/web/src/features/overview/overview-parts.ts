import type { OperationName } from '@vpn-console/api-client'

/** Parts of the overview, in the order in which they matter. */
export type OverviewPart = 'tunnels' | 'gateways' | 'remote-access' | 'certificates' | 'quotas' | 'changes'

type May = {
  /** Whether the person may call an operation of the cloud. */
  call: (name: OperationName) => boolean
  /** Whether he has one of the console's own actions. */
  own: (action: string) => boolean
}

/**
 * What somebody sees of a cloud, by what he may do there. Limits are for those who could run into them, and what others
 * changed is for those who may read the audit.
 */
export const overviewParts = ({ call, own }: May, { hasP2c }: { hasP2c: boolean }): OverviewPart[] => {
  const callsOneOf = (...names: OperationName[]) => names.some(call)
  const isSeen: Record<OverviewPart, boolean> = {
    tunnels: call('listVpnConnections'),
    gateways: call('listVgws'),
    'remote-access': hasP2c && callsOneOf('listP2cVgws', 'listVpnServersByProject'),
    certificates: callsOneOf('listVgws', 'listCgws', 'listP2cVgws'),
    quotas: call('showQuotasInfo') && callsOneOf('createVgw', 'createCgw', 'createVpnConnection'),
    changes: own('console:audit:list'),
  }
  const parts: OverviewPart[] = ['tunnels', 'gateways', 'remote-access', 'certificates', 'quotas', 'changes']
  return parts.filter((part) => isSeen[part])
}
