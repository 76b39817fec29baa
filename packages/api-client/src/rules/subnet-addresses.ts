import type { Subnet } from '../schemas/vpc.ts'
import type { VpnGatewayCreate } from '../schemas/vpn-gateways.ts'
import { problem, type Problem } from './problem.ts'

type Placement = Pick<VpnGatewayCreate, 'attachment_type' | 'connect_subnet' | 'access_subnet_id'>

export type AddressDemand = {
  /** The field of the request that names the subnet. */
  path: 'connect_subnet' | 'access_subnet_id'
  subnet_id: string
  count: number
}

/** Free addresses a gateway takes: on a VPC 4 in one subnet or 2 in each of two, on an enterprise router 2. */
export const addressesNeeded = ({
  attachment_type = 'vpc',
  connect_subnet,
  access_subnet_id = connect_subnet,
}: Placement): AddressDemand[] => {
  const access: AddressDemand[] =
    access_subnet_id === undefined
      ? []
      : [
          {
            path: access_subnet_id === connect_subnet ? 'connect_subnet' : 'access_subnet_id',
            subnet_id: access_subnet_id,
            count: 2,
          },
        ]
  if (attachment_type === 'er') return access
  if (connect_subnet === undefined) return access
  if (access_subnet_id === connect_subnet) return [{ path: 'connect_subnet', subnet_id: connect_subnet, count: 4 }]
  return [{ path: 'connect_subnet', subnet_id: connect_subnet, count: 2 }, ...access]
}

/** Which subnets have too few free addresses for a gateway; those that are not known are left to the cloud. */
export const freeAddressProblems = (placement: Placement, subnets: readonly Subnet[]): Problem[] =>
  addressesNeeded(placement).flatMap(({ path, subnet_id, count }) => {
    const subnet = subnets.find(({ id }) => id === subnet_id)
    const free = subnet?.available_ip_address_count
    if (free === undefined || free >= count) return []
    const message = `${subnet?.name ?? subnet_id} has ${free === 0 ? 'no free address' : `${free} free`}, and the gateway takes ${count}.`
    return [problem('vgw.subnet.free-addresses', path, message, 'VPN.0502')]
  })
