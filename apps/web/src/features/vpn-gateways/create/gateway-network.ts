import { addressesNeeded, blockVersion, type AddressDemand, type Subnet, type Vpc } from '@vpn-console/api-client'
import { blocksOf, type GatewayFormValues } from './gateway-form.ts'

type IpVersion = GatewayFormValues['ipVersion']

/** The service takes no more local subnets on one gateway. */
const mostLocalSubnets = 50

/** The block of a subnet in an IP version; undefined where it has none. */
const blockOf = ({ cidr, cidr_v6 }: Subnet, version: IpVersion): string | undefined =>
  (version === 'ipv6' ? cidr_v6 : cidr) || undefined

/** The subnet proposed for the gateway to sit in: the one with the most room. */
export const roomiestSubnet = (subnets: readonly Subnet[]): string => {
  const free = ({ available_ip_address_count = 0 }: Subnet) => available_ip_address_count
  return subnets.toSorted((a, b) => free(b) - free(a))[0]?.id ?? ''
}

/** The whole VPC: whoever wants less takes some away. */
export const allBlocks = (subnets: readonly Subnet[], version: IpVersion): string[] =>
  subnets.flatMap((subnet) => blockOf(subnet, version) ?? []).slice(0, mostLocalSubnets)

/** What a VPC brings along when it is chosen. */
export const placeIn = (
  vpcId: string,
  subnets: readonly Subnet[],
  version: IpVersion,
): Pick<GatewayFormValues, 'vpcId' | 'connectSubnetId' | 'localSubnets' | 'otherSubnets'> => ({
  vpcId,
  connectSubnetId: roomiestSubnet(subnets),
  localSubnets: allBlocks(subnets, version),
  otherSubnets: '',
})

/** The VPC proposed first: the one with the most subnets, where most is to be connected. */
export const proposedVpc = (vpcs: readonly Vpc[], subnets: readonly Subnet[]): string => {
  const size = ({ id }: Vpc) => subnets.filter(({ vpc_id }) => vpc_id === id).length
  const name = (vpc: Vpc) => vpc.name ?? vpc.id
  const order = (a: Vpc, b: Vpc) => size(b) - size(a) || name(a).localeCompare(name(b), undefined, { numeric: true })
  return vpcs.toSorted(order)[0]?.id ?? ''
}

/** Local subnets after a change of the IP version: the VPC's own anew, of the typed ones those that still fit. */
export const blocksInVersion = (
  { otherSubnets }: Pick<GatewayFormValues, 'otherSubnets'>,
  subnets: readonly Subnet[],
  version: IpVersion,
): Pick<GatewayFormValues, 'localSubnets' | 'otherSubnets'> => ({
  localSubnets: allBlocks(subnets, version),
  otherSubnets: blocksOf(otherSubnets)
    .filter((block) => blockVersion(block) === version)
    .join('\n'),
})

/** How many addresses the gateway takes in the subnets that the form names. */
export const demandOf = (
  values: Pick<GatewayFormValues, 'attachmentType' | 'connectSubnetId' | 'hasOwnAccess' | 'accessSubnetId'>,
): AddressDemand[] => {
  const access = values.hasOwnAccess && values.accessSubnetId !== '' ? { access_subnet_id: values.accessSubnetId } : {}
  if (values.attachmentType === 'er') return addressesNeeded({ attachment_type: 'er', ...access })
  return addressesNeeded({ connect_subnet: values.connectSubnetId, ...access })
}
