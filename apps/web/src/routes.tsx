import { redirect, type LoaderFunctionArgs, type RouteObject } from 'react-router'
import { load } from './api/operation-query.ts'
import { sessionQuery } from './api/session.ts'
import { BareErrorPage, BareLayout } from './layouts/BareLayout.tsx'
import { BootPage } from './layouts/BootPage.tsx'
import { ConsoleLayout } from './layouts/ConsoleLayout.tsx'
import { ErrorPage } from './layouts/ErrorPage.tsx'
import { HelpLayout } from './layouts/HelpLayout.tsx'
import { NoCloudPage } from './layouts/NoCloudPage.tsx'
import { NotFoundPage } from './layouts/NotFoundPage.tsx'
import { RootLayout } from './layouts/RootLayout.tsx'
import { SignedOutLayout } from './layouts/SignedOutLayout.tsx'
import { landing } from './landing.ts'
import { page } from './page.ts'
import { paths } from './paths.ts'

const goHome = async ({ request }: LoaderFunctionArgs) => {
  const session = await load(request, sessionQuery)
  const to = landing(session)
  return to === undefined ? null : redirect(to)
}

const inCloud: RouteObject[] = [
  { index: true, loader: ({ params }) => redirect(paths.overview({ cloudId: params['cloudId'] ?? '' })) },
  {
    path: 'overview',
    lazy: page(() => import('./features/overview/OverviewPage.tsx')),
  },
  {
    path: 'vpn-gateways',
    handle: { crumb: 'VPN gateways' },
    children: [
      { index: true, lazy: page(() => import('./features/vpn-gateways/GatewayListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/vpn-gateways/GatewayCreatePage.tsx')) },
      { path: ':gatewayId', lazy: page(() => import('./features/vpn-gateways/GatewayPage.tsx')) },
      { path: ':gatewayId/edit', lazy: page(() => import('./features/vpn-gateways/GatewayEditPage.tsx')) },
      {
        path: ':gatewayId/specification',
        lazy: page(() => import('./features/vpn-gateways/specification/SpecificationPage.tsx')),
      },
      {
        path: ':gatewayId/policy-template',
        lazy: page(() => import('./features/vpn-gateways/policy-template/PolicyTemplatePage.tsx')),
      },
      {
        path: ':gatewayId/eips/:slot',
        lazy: page(() => import('./features/vpn-gateways/eips/EipPage.tsx')),
      },
      {
        path: ':gatewayId/certificate',
        lazy: page(() => import('./features/vpn-gateways/certificate/CertificatePage.tsx')),
      },
    ],
  },
  {
    path: 'customer-gateways',
    handle: { crumb: 'Customer gateways' },
    children: [
      { index: true, lazy: page(() => import('./features/customer-gateways/CustomerGatewayListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/customer-gateways/CustomerGatewayCreatePage.tsx')) },
      { path: ':customerGatewayId', lazy: page(() => import('./features/customer-gateways/CustomerGatewayPage.tsx')) },
      {
        path: ':customerGatewayId/edit',
        lazy: page(() => import('./features/customer-gateways/CustomerGatewayEditPage.tsx')),
      },
    ],
  },
  {
    path: 'vpn-connections',
    handle: { crumb: 'Connections' },
    children: [
      { index: true, lazy: page(() => import('./features/vpn-connections/ConnectionListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/vpn-connections/ConnectionCreatePage.tsx')) },
      { path: ':connectionId', lazy: page(() => import('./features/vpn-connections/ConnectionPage.tsx')) },
      { path: ':connectionId/edit', lazy: page(() => import('./features/vpn-connections/ConnectionEditPage.tsx')) },
      {
        path: ':connectionId/pre-shared-key',
        lazy: page(() => import('./features/vpn-connections/key/PreSharedKeyPage.tsx')),
      },
    ],
  },
  {
    path: 'p2c-gateways',
    handle: { crumb: 'Point-to-Cloud gateways' },
    children: [
      { index: true, lazy: page(() => import('./features/p2c-gateways/P2cGatewayListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/p2c-gateways/P2cGatewayCreatePage.tsx')) },
      { path: ':p2cGatewayId', lazy: page(() => import('./features/p2c-gateways/P2cGatewayPage.tsx')) },
      { path: ':p2cGatewayId/edit', lazy: page(() => import('./features/p2c-gateways/P2cGatewayEditPage.tsx')) },
      { path: ':p2cGatewayId/eip', lazy: page(() => import('./features/p2c-gateways/eip/P2cEipPage.tsx')) },
    ],
  },
  {
    path: 'vpn-servers',
    handle: { crumb: 'VPN servers' },
    children: [
      { index: true, lazy: page(() => import('./features/vpn-servers/ServerListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/vpn-servers/ServerCreatePage.tsx')) },
      { path: ':serverId', lazy: page(() => import('./features/vpn-servers/ServerPage.tsx')) },
      { path: ':serverId/edit', lazy: page(() => import('./features/vpn-servers/ServerEditPage.tsx')) },
      { path: ':serverId/users/new', lazy: page(() => import('./features/vpn-users/UserCreatePage.tsx')) },
      { path: ':serverId/users/import', lazy: page(() => import('./features/vpn-users/UserImportPage.tsx')) },
      { path: ':serverId/users/:userId/edit', lazy: page(() => import('./features/vpn-users/UserEditPage.tsx')) },
    ],
  },
  {
    path: 'doctor-reports/:reportId',
    handle: { crumb: 'Doctor report' },
    lazy: page(() => import('./features/vpn-connections/doctor/DoctorReportPage.tsx')),
  },
  { path: 'logs', handle: { crumb: 'Logs' }, lazy: page(() => import('./features/logs/LogsPage.tsx')) },
  {
    path: 'certificates',
    handle: { crumb: 'Certificates' },
    lazy: page(() => import('./features/certificates/CertificatesPage.tsx')),
  },
  { path: 'tags', handle: { crumb: 'Tags' }, lazy: page(() => import('./features/tags/TagsPage.tsx')) },
  { path: '*', Component: NotFoundPage },
]

const administration: RouteObject[] = [
  { index: true, loader: () => redirect(paths.cloudAccounts()) },
  {
    path: 'cloud-accounts',
    handle: { crumb: 'Cloud accounts' },
    children: [
      { index: true, lazy: page(() => import('./features/cloud-accounts/AccountListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/cloud-accounts/AccountCreatePage.tsx')) },
      { path: ':accountId', lazy: page(() => import('./features/cloud-accounts/AccountPage.tsx')) },
      { path: ':accountId/edit', lazy: page(() => import('./features/cloud-accounts/AccountEditPage.tsx')) },
      { path: ':accountId/keys', lazy: page(() => import('./features/cloud-accounts/AccountKeysPage.tsx')) },
    ],
  },
  {
    path: 'people',
    handle: { crumb: 'People' },
    children: [
      { index: true, lazy: page(() => import('./features/people/PersonListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/people/PersonInvitePage.tsx')) },
      { path: ':personId', lazy: page(() => import('./features/people/PersonPage.tsx')) },
    ],
  },
  {
    path: 'roles',
    handle: { crumb: 'Roles' },
    children: [
      { index: true, lazy: page(() => import('./features/roles/RoleListPage.tsx')) },
      { path: 'new', lazy: page(() => import('./features/roles/RoleCreatePage.tsx')) },
      { path: ':roleId', lazy: page(() => import('./features/roles/RolePage.tsx')) },
      { path: ':roleId/edit', lazy: page(() => import('./features/roles/RoleEditPage.tsx')) },
    ],
  },
  {
    path: 'sign-on',
    handle: { crumb: 'Sign-on' },
    children: [
      { index: true, lazy: page(() => import('./features/sign-on/SignOnPage.tsx')) },
      { path: 'edit', lazy: page(() => import('./features/sign-on/SignOnEditPage.tsx')) },
    ],
  },
  {
    path: 'audit',
    handle: { crumb: 'Audit' },
    children: [
      { index: true, lazy: page(() => import('./features/audit/AuditPage.tsx')) },
      { path: ':auditId', lazy: page(() => import('./features/audit/AuditEntryPage.tsx')) },
    ],
  },
  { path: '*', Component: NotFoundPage },
]

/** The whole URL map. */
export const routes: RouteObject[] = [
  {
    Component: RootLayout,
    ErrorBoundary: BareErrorPage,
    HydrateFallback: BootPage,
    children: [
      {
        path: '/clouds/:cloudId',
        loader: ({ request }) => load(request, sessionQuery),
        Component: ConsoleLayout,
        children: [{ ErrorBoundary: ErrorPage, children: inCloud }],
      },
      {
        loader: ({ request }) => load(request, sessionQuery),
        Component: ConsoleLayout,
        children: [
          {
            ErrorBoundary: ErrorPage,
            children: [
              { path: '/administration', children: administration },
              { path: '/account', lazy: page(() => import('./features/my-account/MyAccountPage.tsx')) },
            ],
          },
        ],
      },
      {
        Component: SignedOutLayout,
        children: [
          { path: '/sign-in', lazy: page(() => import('./features/sign-in/SignInPage.tsx')) },
          { path: '/signed-in', lazy: page(() => import('./features/sign-in/SignedInPage.tsx')) },
          { path: '/signed-out', lazy: page(() => import('./features/sign-in/SignedOutPage.tsx')) },
          { path: '/link', lazy: page(() => import('./features/my-account/LinkPage.tsx')) },
        ],
      },
      {
        path: '/help-yourself',
        Component: HelpLayout,
        ErrorBoundary: BareErrorPage,
        children: [
          { index: true, lazy: page(() => import('./features/help-yourself/HelpYourselfPage.tsx')) },
          { path: 'invitation', lazy: page(() => import('./features/help-yourself/VpnInvitationPage.tsx')) },
          { path: 'mine', lazy: page(() => import('./features/help-yourself/MyVpnPage.tsx')) },
          { path: ':portalId', lazy: page(() => import('./features/help-yourself/HelpYourselfPage.tsx')) },
        ],
      },
      {
        Component: BareLayout,
        children: [
          { path: '/', loader: goHome, Component: NoCloudPage },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]
