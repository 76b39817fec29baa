import { ApiError, zonesNeeded, type Subnet, type Vpc } from '@vpn-console/api-client'
import type { FetchQueryOptions, QueryKey } from '@tanstack/react-query'
import { subnetList, vpcList } from '../../../api/lists.ts'
import { load, operationQuery } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import { p2cGatewayList, p2cZones } from '../p2c-gateway-queries.ts'
import { emptyP2cGateway, type P2cGatewayValues } from './p2c-form.ts'

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

/** `p2c-3fa9`: a name that is free, most likely. */
const proposedName = () =>
  `p2c-${Array.from(crypto.getRandomValues(new Uint8Array(2)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** The subnet proposed for the gateway to sit in: the one with the most room. */
export const roomiestSubnet = (subnets: readonly Subnet[]): string => {
  const free = ({ available_ip_address_count = 0 }: Subnet) => available_ip_address_count
  return subnets.toSorted((a, b) => free(b) - free(a))[0]?.id ?? ''
}

/** The VPC proposed first: the one with the most subnets, where there is most to reach. */
export const proposedVpc = (vpcs: readonly Vpc[], subnets: readonly Subnet[]): string => {
  const size = ({ id }: Vpc) => subnets.filter(({ vpc_id }) => vpc_id === id).length
  const name = (vpc: Vpc) => vpc.name ?? vpc.id
  const order = (a: Vpc, b: Vpc) => size(b) - size(a) || name(a).localeCompare(name(b), undefined, { numeric: true })
  return vpcs.toSorted(order)[0]?.id ?? ''
}

/** Two zones where two are offered, else the one, else none. */
export const proposedZones = (offered: readonly string[]): string[] => offered.slice(0, zonesNeeded(offered.length))

/** One page is enough to see which VPC is the largest. */
const mostSubnets = 2000

/** A form that could be sent as it is, made of what the account has. */
export const p2cDefaults = async (request: Request, cloudId: string): Promise<P2cGatewayValues> => {
  const [vpcs, allSubnets, zones] = await Promise.all([
    attempt(request, vpcList(cloudId)),
    attempt(request, operationQuery(cloudId, 'listSubnets', { query: { limit: mostSubnets } })),
    attempt(request, p2cZones(cloudId)),
    attempt(request, p2cGatewayList(cloudId)),
  ])
  const vpcId = proposedVpc(vpcs ?? [], allSubnets?.subnets ?? [])
  const subnets = vpcId === '' ? [] : ((await attempt(request, subnetList(cloudId, vpcId))) ?? [])
  return {
    ...emptyP2cGateway,
    vpcId,
    connectSubnetId: roomiestSubnet(subnets),
    zones: proposedZones(zones?.availability_zones ?? []),
    name: proposedName(),
  }
}

/** Subnets of a VPC as far as they can be read: where they cannot, an id is typed. */
export const readSubnets = async (cloudId: string, vpcId: string): Promise<Subnet[]> => {
  if (vpcId === '') return []
  try {
    return await queryClient.ensureQueryData(subnetList(cloudId, vpcId))
  } catch {
    return []
  }
}
