export type InCloud = { cloudId: string }
type OfGateway = InCloud & { gatewayId: string }
type OfCustomerGateway = InCloud & { customerGatewayId: string }
type OfConnection = InCloud & { connectionId: string }

const inCloud = ({ cloudId }: InCloud) => `/clouds/${encodeURIComponent(cloudId)}`
const id = encodeURIComponent

/** Every URL of the console; links use these, never text of their own. */
export const paths = {
  home: () => '/',
  signIn: (to?: string) => (to && to !== '/' ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'),
  signedOut: () => '/signed-out',
  cloud: inCloud,
  vpnGateways: (cloud: InCloud) => `${inCloud(cloud)}/vpn-gateways`,
  vpnGatewayNew: (cloud: InCloud) => `${inCloud(cloud)}/vpn-gateways/new`,
  vpnGateway: (of: OfGateway) => `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}`,
  vpnGatewayEdit: (of: OfGateway) => `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}/edit`,
  vpnGatewaySpecification: (of: OfGateway) => `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}/specification`,
  vpnGatewayPolicyTemplate: (of: OfGateway) => `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}/policy-template`,
  /** One of the two addresses of a public gateway: `1` or `2`. */
  vpnGatewayEip: ({ slot, ...of }: OfGateway & { slot: 1 | 2 }) =>
    `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}/eips/${slot}`,
  vpnGatewayCertificate: (of: OfGateway) => `${inCloud(of)}/vpn-gateways/${id(of.gatewayId)}/certificate`,
  customerGateways: (cloud: InCloud) => `${inCloud(cloud)}/customer-gateways`,
  customerGatewayNew: (cloud: InCloud) => `${inCloud(cloud)}/customer-gateways/new`,
  customerGateway: (of: OfCustomerGateway) => `${inCloud(of)}/customer-gateways/${id(of.customerGatewayId)}`,
  customerGatewayEdit: (of: OfCustomerGateway) => `${inCloud(of)}/customer-gateways/${id(of.customerGatewayId)}/edit`,
  vpnConnections: (cloud: InCloud) => `${inCloud(cloud)}/vpn-connections`,
  /** With a gateway, the wizard begins with it chosen. */
  vpnConnectionNew: ({ gatewayId, ...cloud }: InCloud & { gatewayId?: string }) =>
    `${inCloud(cloud)}/vpn-connections/new${gatewayId === undefined ? '' : `?gateway=${id(gatewayId)}`}`,
  vpnConnection: (of: OfConnection) => `${inCloud(of)}/vpn-connections/${id(of.connectionId)}`,
  vpnConnectionEdit: (of: OfConnection) => `${inCloud(of)}/vpn-connections/${id(of.connectionId)}/edit`,
  vpnConnectionKey: (of: OfConnection) => `${inCloud(of)}/vpn-connections/${id(of.connectionId)}/pre-shared-key`,
  doctorReport: ({ reportId, ...of }: InCloud & { reportId: string }) =>
    `${inCloud(of)}/doctor-reports/${id(reportId)}`,
  certificates: (cloud: InCloud) => `${inCloud(cloud)}/certificates`,
  tags: (cloud: InCloud) => `${inCloud(cloud)}/tags`,
  logs: (cloud: InCloud) => `${inCloud(cloud)}/logs`,
}

/** A path given in a URL, if it stays within the console; anything else could send people to a foreign site. */
export const ownPath = (path: string | null): string | undefined => {
  if (!path?.startsWith('/') || path.startsWith('//') || path.includes('\\')) return undefined
  return path.startsWith('/sign-in') || path.startsWith('/signed-out') ? undefined : path
}
