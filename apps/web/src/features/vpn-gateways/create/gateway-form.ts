import type { EipCreate, Flavor, VpnGatewayCreate } from '@vpn-console/api-client'

export type EipFormValues = {
  source: 'new' | 'existing'
  /** Of an existing EIP. */
  eipId: string
  type: '5_bgp' | '5_sbgp' | '5_youxuanbgp'
  bandwidth: 'own' | 'shared'
  /** Mbit/s, as typed. */
  bandwidthSize: string
  chargeMode: 'bandwidth' | 'traffic'
  bandwidthName: string
  /** Of a shared bandwidth. */
  bandwidthId: string
}

/** What the wizard shows, field by field; texts as they were typed. */
export type GatewayFormValues = {
  networkType: 'public' | 'private'
  attachmentType: 'vpc' | 'er'
  ipVersion: 'ipv4' | 'ipv6'
  erId: string
  vpcId: string
  connectSubnetId: string
  /** Blocks picked from the VPC's subnets. */
  localSubnets: string[]
  /** Further blocks, one per line. */
  otherSubnets: string
  /** Whether the gateway is reached in another place than the VPC it serves. */
  hasOwnAccess: boolean
  accessVpcId: string
  accessSubnetId: string
  flavor: Flavor
  /** None: the service picks. */
  zones: string[]
  haMode: 'active-active' | 'active-standby'
  eip1: EipFormValues
  eip2: EipFormValues
  privateAddresses: 'automatic' | 'chosen'
  privateIp1: string
  privateIp2: string
  name: string
  bgpAsn: string
  enterpriseProjectId: string
  tags: { key: string; value: string }[]
}

const newEip: EipFormValues = {
  source: 'new',
  eipId: '',
  type: '5_bgp',
  bandwidth: 'own',
  bandwidthSize: '10',
  chargeMode: 'bandwidth',
  bandwidthName: '',
  bandwidthId: '',
}

/** The form before anything is known of the account. */
export const emptyGateway: GatewayFormValues = {
  networkType: 'public',
  attachmentType: 'vpc',
  ipVersion: 'ipv4',
  erId: '',
  vpcId: '',
  connectSubnetId: '',
  localSubnets: [],
  otherSubnets: '',
  hasOwnAccess: false,
  accessVpcId: '',
  accessSubnetId: '',
  flavor: 'Professional1',
  zones: [],
  haMode: 'active-active',
  eip1: newEip,
  eip2: newEip,
  privateAddresses: 'automatic',
  privateIp1: '',
  privateIp2: '',
  name: '',
  bgpAsn: '64512',
  enterpriseProjectId: '0',
  tags: [],
}

/** Blocks from a text with one per line; commas and spaces part them too, since people paste. */
export const blocksOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean)

/** All local subnets of the form, each once. */
export const allLocalSubnets = ({
  localSubnets,
  otherSubnets,
}: Pick<GatewayFormValues, 'localSubnets' | 'otherSubnets'>): string[] => [
  ...new Set([...localSubnets, ...blocksOf(otherSubnets)]),
]

/** A typed number; what is none becomes NaN, which the request's schema refuses in words. */
const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

const toEip = (eip: EipFormValues): EipCreate => {
  if (eip.source === 'existing') return { id: eip.eipId }
  if (eip.bandwidth === 'shared') return { type: eip.type, bandwidth_id: eip.bandwidthId }
  return {
    type: eip.type,
    charge_mode: eip.chargeMode,
    bandwidth_size: numberOf(eip.bandwidthSize),
    ...(eip.bandwidthName.trim() !== '' && { bandwidth_name: eip.bandwidthName.trim() }),
  }
}

const toAttachment = (values: GatewayFormValues): Partial<VpnGatewayCreate> => {
  const access = {
    ...(values.accessVpcId !== '' && { access_vpc_id: values.accessVpcId }),
    ...(values.accessSubnetId !== '' && { access_subnet_id: values.accessSubnetId }),
  }
  if (values.attachmentType === 'er') return { er_id: values.erId, ...(values.hasOwnAccess && access) }
  const blocks = allLocalSubnets(values)
  return {
    vpc_id: values.vpcId,
    connect_subnet: values.connectSubnetId,
    ...(values.ipVersion === 'ipv6' ? { local_subnets_v6: blocks } : { local_subnets: blocks }),
    ...(values.hasOwnAccess && access),
  }
}

const toAddresses = (values: GatewayFormValues): Partial<VpnGatewayCreate> => {
  if (values.networkType === 'public') return { eip1: toEip(values.eip1), eip2: toEip(values.eip2) }
  if (values.privateAddresses === 'automatic') return {}
  return { access_private_ip_1: values.privateIp1.trim(), access_private_ip_2: values.privateIp2.trim() }
}

/** The gateway that the form asks for. Defaults are sent as well: what is reviewed is what is built. */
export const toCreateBody = (values: GatewayFormValues): { vpn_gateway: VpnGatewayCreate } => ({
  vpn_gateway: {
    name: values.name.trim(),
    network_type: values.networkType,
    attachment_type: values.attachmentType,
    ip_version: values.ipVersion,
    ...toAttachment(values),
    bgp_asn: numberOf(values.bgpAsn),
    flavor: values.flavor,
    ...(values.zones.length > 0 && { availability_zone_ids: values.zones }),
    ha_mode: values.haMode,
    ...toAddresses(values),
    ...(values.enterpriseProjectId !== '' && { enterprise_project_id: values.enterpriseProjectId }),
    ...(values.tags.length > 0 && { tags: values.tags }),
  },
})
