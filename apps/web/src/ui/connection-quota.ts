import type { QuotaInfo, VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { operationQuery, useCloudId } from '../api/operation-query.ts'
import { useDenied } from '../api/session.ts'

type Budget = Pick<VpnGateway, 'name' | 'connection_number' | 'used_connection_number'>

/** Why no more connections can be made: in the project, or on the gateway; undefined where they can, or nobody says. */
export const connectionQuotaRefusal = (
  resources: readonly QuotaInfo[] | undefined,
  gateway?: Budget,
): string | undefined => {
  const project = resources?.find(({ type }) => type === 'vpn_connection')
  if (project && project.used >= project.quota) {
    return `All ${project.quota} connections of this project are in use. Delete one, or ask for a larger quota.`
  }
  const most = gateway?.connection_number
  if (gateway && most !== undefined && (gateway.used_connection_number ?? 0) >= most) {
    return `${gateway.name} has all the ${most} connections it takes. Delete one, or use another gateway.`
  }
  return undefined
}

export const useConnectionQuotaRefusal = (gateway?: Budget): string | undefined => {
  const cloudId = useCloudId()
  const isAllowed = useDenied()('showQuotasInfo') === undefined
  const { data } = useQuery({ ...operationQuery(cloudId, 'showQuotasInfo', {}), enabled: isAllowed })
  return connectionQuotaRefusal(data?.quotas.resources, gateway)
}
