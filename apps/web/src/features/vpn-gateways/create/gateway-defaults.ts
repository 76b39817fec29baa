import { ApiError } from '@vpn-console/api-client'
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { gatewayList, subnetList, vpcList } from '../../../api/lists.ts'
import { load, operationQuery } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import { defaultFlavor, defaultZones } from './gateway-capacity.ts'
import { emptyGateway, type GatewayFormValues } from './gateway-form.ts'
import { placeIn, proposedVpc } from './gateway-network.ts'
import { quotas, zoneMatrix } from '../gateway-queries.ts'

/** What can be read, or undefined: the wizard opens for those too who may not list everything. */
const attempt = async <T, K extends QueryKey>(
  request: Request,
  query: FetchQueryOptions<T, Error, T, K>,
): Promise<T | undefined> => {
  // Steps are in the URL, and each comes by here: what has failed is not waited for again.
  if (queryClient.getQueryState(query.queryKey)?.status === 'error') return undefined
  try {
    return await load(request, query)
  } catch (error) {
    if (error instanceof ApiError) return undefined
    throw error
  }
}

/** `gw-3fa9`: a name that is free, most likely. */
const proposedName = () =>
  `gw-${Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** One page is enough to see which VPC is the largest. */
const mostSubnets = 2000

/** A form that could be sent as it is, made of what the account has. */
export const gatewayDefaults = async (request: Request, cloudId: string): Promise<GatewayFormValues> => {
  const [vpcs, allSubnets, matrix] = await Promise.all([
    attempt(request, vpcList(cloudId)),
    attempt(request, operationQuery(cloudId, 'listSubnets', { query: { limit: mostSubnets } })),
    attempt(request, zoneMatrix(cloudId)),
    attempt(request, gatewayList(cloudId)),
    attempt(request, quotas(cloudId)),
  ])
  const zones = matrix?.availability_zones
  const vpcId = proposedVpc(vpcs ?? [], allSubnets?.subnets ?? [])
  const subnets = vpcId === '' ? [] : ((await attempt(request, subnetList(cloudId, vpcId))) ?? [])
  const flavor = defaultFlavor(emptyGateway, zones)
  return {
    ...emptyGateway,
    ...placeIn(vpcId, subnets, emptyGateway.ipVersion),
    flavor,
    zones: defaultZones(emptyGateway, flavor, zones),
    name: proposedName(),
  }
}
