export type InCloud = { cloudId: string }
type OfGateway = InCloud & { gatewayId: string }
type OfCustomerGateway = InCloud & { customerGatewayId: string }
type OfConnection = InCloud & { connectionId: string }
type OfP2cGateway = InCloud & { p2cGatewayId: string }
type OfServer = InCloud & { serverId: string }

const inCloud = ({ cloudId }: InCloud) => `/clouds/${encodeURIComponent(cloudId)}`
const id = encodeURIComponent

/** Every URL of the console; links use these, never text of their own. */
export const paths = {
  home: () => '/',
  signIn: (to?: string) => (to && to !== '/' ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in'),
  signedOut: () => '/signed-out',
  /** The end of a sign-in that another tab waits for. */
  signedIn: () => '/signed-in',
  /** Of the backend, which leads on to the provider. */
  startSignOn: (to: string) => `/api/sign-on/start${to === '/' ? '' : `?to=${encodeURIComponent(to)}`}`,
  /** Of an invitation or a forgotten password; the token is behind the `#`, which no server sees. */
  link: () => '/link',
  myAccount: () => '/account',
  cloudAccounts: () => '/administration/cloud-accounts',
  cloudAccountNew: () => '/administration/cloud-accounts/new',
  cloudAccount: (accountId: string) => `/administration/cloud-accounts/${id(accountId)}`,
  cloudAccountEdit: (accountId: string) => `/administration/cloud-accounts/${id(accountId)}/edit`,
  cloudAccountKeys: (accountId: string) => `/administration/cloud-accounts/${id(accountId)}/keys`,
  people: () => '/administration/people',
  personInvite: () => '/administration/people/new',
  person: (personId: string) => `/administration/people/${id(personId)}`,
  roles: () => '/administration/roles',
  roleNew: () => '/administration/roles/new',
  role: (roleId: string) => `/administration/roles/${id(roleId)}`,
  roleEdit: (roleId: string) => `/administration/roles/${id(roleId)}/edit`,
  signOn: () => '/administration/sign-on',
  signOnEdit: () => '/administration/sign-on/edit',
  audit: () => '/administration/audit',
  auditEntry: (auditId: string) => `/administration/audit/${id(auditId)}`,
  /** For VPN users; a portal is the page of one VPN server. */
  helpYourself: (portalId?: string) => (portalId === undefined ? '/help-yourself' : `/help-yourself/${id(portalId)}`),
  vpnInvitation: () => '/help-yourself/invitation',
  myVpn: () => '/help-yourself/mine',
  cloud: inCloud,
  overview: (cloud: InCloud) => `${inCloud(cloud)}/overview`,
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
  p2cGateways: (cloud: InCloud) => `${inCloud(cloud)}/p2c-gateways`,
  p2cGatewayNew: (cloud: InCloud) => `${inCloud(cloud)}/p2c-gateways/new`,
  p2cGateway: (of: OfP2cGateway) => `${inCloud(of)}/p2c-gateways/${id(of.p2cGatewayId)}`,
  p2cGatewayEdit: (of: OfP2cGateway) => `${inCloud(of)}/p2c-gateways/${id(of.p2cGatewayId)}/edit`,
  p2cGatewayEip: (of: OfP2cGateway) => `${inCloud(of)}/p2c-gateways/${id(of.p2cGatewayId)}/eip`,
  vpnServers: (cloud: InCloud) => `${inCloud(cloud)}/vpn-servers`,
  /** A server belongs to a gateway; without one the wizard asks for it. */
  vpnServerNew: ({ p2cGatewayId, ...cloud }: InCloud & { p2cGatewayId?: string }) =>
    `${inCloud(cloud)}/vpn-servers/new${p2cGatewayId === undefined ? '' : `?gateway=${id(p2cGatewayId)}`}`,
  vpnServer: (of: OfServer) => `${inCloud(of)}/vpn-servers/${id(of.serverId)}`,
  vpnServerEdit: (of: OfServer) => `${inCloud(of)}/vpn-servers/${id(of.serverId)}/edit`,
  vpnUserNew: (of: OfServer) => `${inCloud(of)}/vpn-servers/${id(of.serverId)}/users/new`,
  vpnUserImport: (of: OfServer) => `${inCloud(of)}/vpn-servers/${id(of.serverId)}/users/import`,
  vpnUserEdit: ({ userId, ...of }: OfServer & { userId: string }) =>
    `${inCloud(of)}/vpn-servers/${id(of.serverId)}/users/${id(userId)}/edit`,
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
