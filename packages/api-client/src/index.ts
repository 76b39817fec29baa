// The browser-safe entry: catalogue, schemas, rules, client and error.
export { ApiError, isBusy, ownCodes, ownError, toApiError, type OwnCode } from './api-error.ts'
export {
  createClient,
  readAnswer,
  send,
  type CallOptions,
  type Client,
  type Transport,
  type WireRequest,
  type WireResponse,
} from './call.ts'
export { targetOf, type AnyInput } from './target.ts'
export {
  catalogue,
  isRead,
  operation,
  operationNames,
  type Catalogue,
  type Input,
  type OperationName,
  type Output,
} from './catalogue/catalogue.ts'
export { grants, type OperationGrant } from './catalogue/grants.ts'
export { pathId, services, tagResourceTypes, type Operation, type Service } from './catalogue/operation.ts'
export { collect, lastIdPages, markerPages, offsetPages } from './paging.ts'
export { endpointsOf, regions, type Region } from './regions.ts'
export {
  doctorOutcomes,
  doctorReport,
  type DoctorCheck,
  type DoctorFix,
  type DoctorPlace,
  type DoctorReport,
} from './console/doctor-report.ts'
export { mayOffer, seesServersOnly } from './console/access.ts'
export {
  accountCheckBody,
  checkOutcomes,
  cloudAccountCreate,
  cloudAccountUpdate,
  cloudCredentials,
  cloudVendors,
  type AccountCheck,
  type AccountCheckBody,
  type CheckOutcome,
  type CloudAccountCreate,
  type CloudAccountUpdate,
  type CloudAccountView,
  type CloudCredentialsGiven,
} from './console/cloud-account.ts'
export {
  auditOutcomes,
  type AuditChain,
  type AuditEntry,
  type AuditEntryDetails,
  type AuditOutcome,
  type AuditSettings,
} from './console/audit-operations.ts'
export { clientSession, keptLogLine, type ClientSession, type KeptLogLine } from './console/cloud-operations.ts'
export {
  coveredBy,
  grantProblems,
  heldAt,
  isConsoleAction,
  isPattern,
  lackedToGrant,
  patternProblems,
  scopeRefusal,
  scopesOf,
  type GrantPlace,
  type KnownActions,
} from './console/grant-rules.ts'
export { isAboutServer, knownActions } from './console/known-actions.ts'
export { roleBody, type GivenGrant, type RoleBody, type ShownRole } from './console/role-operations.ts'
export type { ConsoleOperation } from './console/operation.ts'
export {
  invitationDays,
  mostInvitationsAtOnce,
  type NewVpnInvitation,
  type OpenedVpnInvitation,
  type OwnVpnSession,
  type OwnVpnUser,
  type SelfServicePortal,
  type VpnInvitation,
  type VpnProfile,
} from './console/self-service-operations.ts'
export {
  consoleOperations,
  type ConsoleInput,
  type ConsoleOperationName,
  type ConsoleOutput,
} from './console/operations.ts'
export {
  personInvite,
  personName,
  personStates,
  personUpdate,
  type NewPersonLink,
  type PersonLink,
  type PersonState,
  type PersonView,
  type SignedInSession,
} from './console/people-operations.ts'
export { allows, csrfHeader, endsInHeader, unattendedHeader } from './console/permissions.ts'
export { requiredAction } from './console/required-action.ts'
export { grantScopes, type GrantScope } from './console/grant-scopes.ts'
export { builtInRoles, type BuiltInRole, type Role } from './console/roles.ts'
export {
  cloudGrants,
  session,
  signInBody,
  type Cloud,
  type CloudGrants,
  type Session,
  type SignInBody,
} from './console/session.ts'
export {
  signOnFinding,
  signOnProblems,
  signOnSettings,
  type SignOnFinding,
  type SignOnProblem,
  type SignOnSettings,
} from './console/sign-on-operations.ts'
export { readLogLine, type NegotiationLine } from './negotiation/log-line.ts'
export { findReason, reasons, type Reason } from './negotiation/reasons.ts'
export { problem, type Problem } from './rules/problem.ts'
export { consolePasswordLength, consolePasswordProblems, consolePasswordStrength } from './rules/console-password.ts'
export { eligibleZones, zoneProblems, zonesNeeded, type ZoneDemand } from './rules/availability-zones.ts'
export {
  blockContains,
  blockHolds,
  blocksOverlap,
  blockVersion,
  isIpv4,
  networkOf,
  reservedPeerBlocks,
} from './rules/cidr.ts'
export {
  cloudFeatureIds,
  cloudFeatures,
  signInOperations,
  withNeededFeatures,
  type CloudFeature,
  type CloudFeatureId,
} from './rules/cloud-features.ts'
export { iamPolicies, operationsOfFeatures, type IamPolicies, type IamPolicyDocument } from './rules/iam-policy.ts'
export { customerGatewayCreateProblems } from './rules/customer-gateway.ts'
export { securityProblems, weaknesses, type SecurityPolicies, type Weakness } from './rules/ike-policy.ts'
export {
  destinationProblems,
  mostAccessPolicies,
  mostUserGroups,
  policyCoverage,
  policyReaches,
} from './rules/p2c-access-policy.ts'
export {
  clientCapacity,
  clientMaskFor,
  clientCidrProblems,
  freeClientCidr,
  localSubnetProblems,
  usableAddresses,
  type ClientSurroundings,
} from './rules/p2c-client-cidr.ts'
export {
  mostP2cConnections,
  p2cGatewayCreateProblems,
  p2cGatewayRefuses,
  p2cGatewayUpdateProblems,
} from './rules/p2c-gateway.ts'
export { generateUserPassword, userPasswordProblems } from './rules/p2c-password.ts'
export {
  mostClientCas,
  serverRefuses,
  vpnServerCreateProblems,
  vpnServerUpdateProblems,
  type ServerSurroundings,
} from './rules/p2c-server.ts'
export {
  clientGateway,
  freeStaticIp,
  mostConnectionsOfUser,
  staticIpProblems,
  vpnUserProblems,
  type UserSurroundings,
} from './rules/p2c-user.ts'
export { policyRuleProblems } from './rules/policy-rules.ts'
export {
  generatePreSharedKey,
  preSharedKeyProblems,
  preSharedKeyStrength,
  type KeyStrength,
} from './rules/pre-shared-key.ts'
export { isSettling, statusReason } from './rules/status.ts'
export { addressesNeeded, freeAddressProblems, type AddressDemand } from './rules/subnet-addresses.ts'
export { tagProblems } from './rules/tags.ts'
export { suggestTunnelAddresses, tunnelProblems, type TunnelAddresses } from './rules/tunnel-address.ts'
export {
  connectionBatchProblems,
  connectionCreateProblems,
  connectionRefuses,
  connectionUpdateProblems,
  gatewayIps,
  type ConnectionAction,
  type GatewayEnds,
} from './rules/vpn-connection.ts'
export {
  bandwidthLimit,
  gatewayCreateProblems,
  gatewayRefuses,
  gatewayUpdateProblems,
  specificationProblems,
  takesPolicyTemplate,
  upgradeRefuses,
  type GatewayAction,
  type UpgradeAction,
} from './rules/vpn-gateway.ts'
export {
  authenticationAlgorithms,
  dhGroups,
  encryptionAlgorithms,
  flavors,
  pfsGroups,
  templateAuthenticationAlgorithms,
  templateEncryptionAlgorithms,
  templateGroups,
  type Flavor,
} from './schemas/algorithms.ts'
export type { ExtendedAvailabilityZone } from './schemas/availability-zones.ts'
export { customerGatewayCreate, customerGatewayUpdate } from './schemas/customer-gateways.ts'
export type { CustomerGateway, CustomerGatewayCreate, CustomerGatewayUpdate } from './schemas/customer-gateways.ts'
export type { Bandwidth, Publicip } from './schemas/eip.ts'
export type { EnterpriseProject } from './schemas/eps.ts'
export type { EnterpriseRouter } from './schemas/er.ts'
export type {
  Dpd,
  IkePolicy,
  IkePolicyCreate,
  IkePolicyUpdate,
  IpsecPolicy,
  IpsecPolicyCreate,
} from './schemas/ipsec-policies.ts'
export type { ConnectionMonitor } from './schemas/connection-monitors.ts'
export type { SaInfo } from './schemas/peer-configuration.ts'
export type { Metric } from './schemas/ces.ts'
export type { P2cConnection, P2cVpnGateway } from './schemas/p2c-gateways.ts'
export type { QuotaInfo } from './schemas/quotas.ts'
export type { Route } from './schemas/routing-tables.ts'
export type { Eip, Job, SubJob, VpnResourceTag } from './schemas/shared.ts'
export { resourceTagInput } from './schemas/tags.ts'
export type { ResourceTag, TaggedResource, TagFilter } from './schemas/tags.ts'
export type { RouteTable, Subnet, Vpc } from './schemas/vpc.ts'
export { clientCaCertificateUpdate } from './schemas/client-cas.ts'
export { vpnConnectionCreate, vpnConnectionUpdate } from './schemas/vpn-connections.ts'
export type {
  Log,
  PolicyRule,
  VpnConnection,
  VpnConnectionCreate,
  VpnConnectionCreated,
  VpnConnectionUpdate,
} from './schemas/vpn-connections.ts'
export { policyTemplateInput } from './schemas/ipsec-policies.ts'
export type { PolicyTemplate, PolicyTemplateInput } from './schemas/ipsec-policies.ts'
export { vpnGatewayCertificateUpdate } from './schemas/vpn-gateway-certificates.ts'
export type {
  VpnGatewayCertificate,
  VpnGatewayCertificateCreate,
  VpnGatewayCertificateUpdate,
} from './schemas/vpn-gateway-certificates.ts'
export { vpnGatewayCreate, vpnGatewayUpdate } from './schemas/vpn-gateways.ts'
export type {
  EipCreate,
  VpnGateway,
  VpnGatewayCreate,
  VpnGatewayCreated,
  VpnGatewayUpdate,
} from './schemas/vpn-gateways.ts'
export type { ClientCaCertificate } from './schemas/client-cas.ts'
export { p2cVpnGatewayCreate, p2cVpnGatewayUpdate } from './schemas/p2c-gateways.ts'
export type { P2cEipCreate, P2cVpnGatewayCreate, P2cVpnGatewayUpdate } from './schemas/p2c-gateways.ts'
export { vpnAccessPolicyCreate } from './schemas/vpn-access-policies.ts'
export type { VpnAccessPolicy, VpnAccessPolicyCreate, VpnAccessPolicyUpdate } from './schemas/vpn-access-policies.ts'
export type {
  ServerCertificate,
  SslOptions,
  VpnServer,
  VpnServerCreate,
  VpnServerUpdate,
} from './schemas/vpn-servers.ts'
export { vpnUserGroupCreate, vpnUserGroupUpdate } from './schemas/vpn-user-groups.ts'
export type { VpnUserGroup, VpnUserGroupUpdate, VpnUserInGroup } from './schemas/vpn-user-groups.ts'
export type { InvalidVpnUser, VpnUser, VpnUserBatchItem, VpnUserCreate } from './schemas/vpn-users.ts'
export { vpnServerCreate, vpnServerUpdate } from './schemas/vpn-servers.ts'
export type { ScmCertificate } from './schemas/scm.ts'
