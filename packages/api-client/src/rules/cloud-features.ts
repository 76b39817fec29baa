import { isRead, operation, type OperationName } from '../catalogue/catalogue.ts'
import { ces } from '../catalogue/ces.ts'
import { clientCas } from '../catalogue/client-cas.ts'
import { connectionMonitors } from '../catalogue/connection-monitors.ts'
import { customerGateways } from '../catalogue/customer-gateways.ts'
import { eip } from '../catalogue/eip.ts'
import { eps } from '../catalogue/eps.ts'
import { er } from '../catalogue/er.ts'
import { iam } from '../catalogue/iam.ts'
import { logConfig } from '../catalogue/log-config.ts'
import { lts } from '../catalogue/lts.ts'
import { p2cGateways } from '../catalogue/p2c-gateways.ts'
import { peerConfiguration } from '../catalogue/peer-configuration.ts'
import { quotas } from '../catalogue/quotas.ts'
import { scm } from '../catalogue/scm.ts'
import { tags } from '../catalogue/tags.ts'
import { vpc } from '../catalogue/vpc.ts'
import { vpnAccessPolicies } from '../catalogue/vpn-access-policies.ts'
import { vpnConnections } from '../catalogue/vpn-connections.ts'
import { vpnGatewayCertificates } from '../catalogue/vpn-gateway-certificates.ts'
import { vpnGateways } from '../catalogue/vpn-gateways.ts'
import { vpnServers } from '../catalogue/vpn-servers.ts'
import { vpnUserGroups } from '../catalogue/vpn-user-groups.ts'
import { vpnUsers } from '../catalogue/vpn-users.ts'

export const cloudFeatureIds = [
  's2c-read',
  's2c-manage',
  'p2c-read',
  'p2c-manage',
  'p2c-users',
  'pickers',
  'metrics',
  'logs',
  'certificates',
  'enterprise-projects',
] as const
/** What the console does with a cloud account, in parts that can be left out. */
export type CloudFeatureId = (typeof cloudFeatureIds)[number]

export type CloudFeature = {
  id: CloudFeatureId
  name: string
  description: string
  /** Features without which it is of no use. */
  needs: readonly CloudFeatureId[]
  /** The calls it makes. */
  operations: readonly OperationName[]
}

const namesOf = (...groups: object[]) =>
  // Each group is a part of the catalogue, whose keys are the names.
  groups.flatMap((group) => Object.keys(group) as OperationName[])
const reads = (names: readonly OperationName[]) => names.filter((name) => isRead(operation(name)))
const changes = (names: readonly OperationName[]) => names.filter((name) => !isRead(operation(name)))

const s2c = namesOf(
  vpnGateways,
  vpnGatewayCertificates,
  customerGateways,
  vpnConnections,
  peerConfiguration,
  connectionMonitors,
  tags,
)
const p2c = namesOf(p2cGateways, vpnServers, clientCas, logConfig, tags)
const p2cPeople = namesOf(vpnUsers, vpnUserGroups, vpnAccessPolicies)
const userWork: readonly OperationName[] = ['deleteP2cVgwConnection', 'exportClientConfig']
const neighbours = namesOf(vpc, eip, er)

/** Every feature with its calls, in the order they are shown. */
export const cloudFeatures: readonly CloudFeature[] = [
  {
    id: 's2c-read',
    name: 'See Site-to-Cloud',
    description: 'VPN gateways, customer gateways, VPN connections with their state and log, health checks, quotas.',
    needs: [],
    operations: [...reads(s2c), ...namesOf(quotas)],
  },
  {
    id: 's2c-manage',
    name: 'Change Site-to-Cloud',
    description: 'Create, change, reset and delete VPN gateways, customer gateways, VPN connections and their tags.',
    needs: ['s2c-read'],
    operations: [...changes(s2c), ...changes(neighbours)],
  },
  {
    id: 'p2c-read',
    name: 'See Point-to-Cloud',
    description: 'P2C VPN gateways, servers, client CAs, VPN users, groups, access policies and who is connected.',
    needs: [],
    operations: reads([...p2c, ...p2cPeople]),
  },
  {
    id: 'p2c-manage',
    name: 'Change Point-to-Cloud',
    description: 'Create, change and delete P2C VPN gateways, servers and client CAs, and where their logs go.',
    needs: ['p2c-read'],
    operations: [
      ...changes(p2c).filter((name) => !userWork.includes(name)),
      ...changes(neighbours),
      'listIdentityProviders',
    ],
  },
  {
    id: 'p2c-users',
    name: 'Manage VPN users',
    description: 'VPN users, their groups, access policies, passwords and profiles; ending what they have open.',
    needs: ['p2c-read'],
    operations: [...changes(p2cPeople), ...userWork],
  },
  {
    id: 'pickers',
    name: 'Choose networks by name',
    description: 'Lists of VPCs, subnets, EIPs, bandwidths and enterprise routers. Without it their ids are typed.',
    needs: [],
    operations: reads(neighbours),
  },
  {
    id: 'metrics',
    name: 'Show metrics',
    description: 'Traffic, latency and packet loss over time, from Cloud Eye (CES).',
    needs: [],
    operations: namesOf(ces),
  },
  {
    id: 'logs',
    name: 'Show client logs',
    description: 'Logs of Point-to-Cloud connections, from Log Tank Service (LTS).',
    needs: [],
    operations: namesOf(lts),
  },
  {
    id: 'certificates',
    name: 'Choose certificates by name',
    description: 'The list of certificates in SSL Certificate Manager (SCM), for P2C servers.',
    needs: [],
    operations: namesOf(scm),
  },
  {
    id: 'enterprise-projects',
    name: 'Choose enterprise projects by name',
    description: 'The list of enterprise projects (EPS), for gateways and for grants.',
    needs: [],
    operations: namesOf(eps),
  },
]

/** The calls that every account makes, whatever it is used for: signing in and finding the project. */
export const signInOperations: readonly OperationName[] = namesOf(iam).filter(
  (name) => name !== 'listIdentityProviders',
)

const featureOf = (id: CloudFeatureId) => cloudFeatures.find((feature) => feature.id === id)

/** The features with those they need, in the order they are shown. */
export const withNeededFeatures = (ids: readonly CloudFeatureId[]): CloudFeatureId[] => {
  const wanted = new Set(ids.flatMap((id) => [id, ...(featureOf(id)?.needs ?? [])]))
  return cloudFeatureIds.filter((id) => wanted.has(id))
}
