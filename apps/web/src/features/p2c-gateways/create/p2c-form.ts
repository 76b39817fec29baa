import type { P2cEipCreate, P2cVpnGatewayCreate } from '@vpn-console/api-client'

export type P2cEipValues = {
  source: 'new' | 'existing'
  /** Of an existing EIP. */
  eipId: string
  type: '5_bgp' | '5_sbgp' | '5_youxuanbgp'
  /** Mbit/s, as typed. */
  bandwidthSize: string
  chargeMode: 'bandwidth' | 'traffic'
  bandwidthName: string
}

/** What the wizard shows, field by field; texts as they were typed. */
export type P2cGatewayValues = {
  vpcId: string
  connectSubnetId: string
  /** None: the service picks. */
  zones: string[]
  /** Most clients at once, as typed. */
  connections: string
  eip: P2cEipValues
  name: string
  enterpriseProjectId: string
  tags: { key: string; value: string }[]
}

/** The form before anything is known of the account. */
export const emptyP2cGateway: P2cGatewayValues = {
  vpcId: '',
  connectSubnetId: '',
  zones: [],
  connections: '10',
  eip: {
    source: 'new',
    eipId: '',
    type: '5_bgp',
    bandwidthSize: '10',
    chargeMode: 'bandwidth',
    bandwidthName: '',
  },
  name: '',
  enterpriseProjectId: '0',
  tags: [],
}

/** A typed number; what is none becomes NaN, which the request's schema refuses in words. */
export const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN)

const toEip = (eip: P2cEipValues): P2cEipCreate => {
  if (eip.source === 'existing') return { id: eip.eipId }
  return {
    type: eip.type,
    charge_mode: eip.chargeMode,
    bandwidth_size: numberOf(eip.bandwidthSize),
    ...(eip.bandwidthName.trim() !== '' && { bandwidth_name: eip.bandwidthName.trim() }),
  }
}

/** The gateway that the form asks for. Defaults are sent as well: what is reviewed is what is built. */
export const toCreateBody = (values: P2cGatewayValues): { p2c_vpn_gateway: P2cVpnGatewayCreate } => ({
  p2c_vpn_gateway: {
    name: values.name.trim(),
    vpc_id: values.vpcId,
    connect_subnet: values.connectSubnetId,
    flavor: 'Professional1',
    ...(values.zones.length > 0 && { availability_zone_ids: values.zones }),
    eip: toEip(values.eip),
    max_connection_number: numberOf(values.connections),
    ...(values.enterpriseProjectId !== '' && { enterprise_project_id: values.enterpriseProjectId }),
    ...(values.tags.length > 0 && { tags: values.tags }),
  },
})
