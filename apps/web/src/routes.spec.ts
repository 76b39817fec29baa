import type { RouteObject } from 'react-router'
import { expect, test } from 'vitest'
import { routes } from './routes.tsx'

const urls = (list: readonly RouteObject[], parent = ''): string[] =>
  list.flatMap((route) => {
    const path = route.path?.startsWith('/') ? route.path : [parent, route.path].filter(Boolean).join('/')
    return route.children ? urls(route.children, path) : [path]
  })

test('the URL map', () => {
  expect(urls(routes)).toMatchInlineSnapshot(`
    [
      "/clouds/:cloudId",
      "/clouds/:cloudId/overview",
      "/clouds/:cloudId/vpn-gateways",
      "/clouds/:cloudId/vpn-gateways/new",
      "/clouds/:cloudId/vpn-gateways/:gatewayId",
      "/clouds/:cloudId/vpn-gateways/:gatewayId/edit",
      "/clouds/:cloudId/vpn-gateways/:gatewayId/specification",
      "/clouds/:cloudId/vpn-gateways/:gatewayId/policy-template",
      "/clouds/:cloudId/vpn-gateways/:gatewayId/eips/:slot",
      "/clouds/:cloudId/vpn-gateways/:gatewayId/certificate",
      "/clouds/:cloudId/customer-gateways",
      "/clouds/:cloudId/customer-gateways/new",
      "/clouds/:cloudId/customer-gateways/:customerGatewayId",
      "/clouds/:cloudId/customer-gateways/:customerGatewayId/edit",
      "/clouds/:cloudId/vpn-connections",
      "/clouds/:cloudId/vpn-connections/new",
      "/clouds/:cloudId/vpn-connections/:connectionId",
      "/clouds/:cloudId/vpn-connections/:connectionId/edit",
      "/clouds/:cloudId/vpn-connections/:connectionId/pre-shared-key",
      "/clouds/:cloudId/p2c-gateways",
      "/clouds/:cloudId/p2c-gateways/new",
      "/clouds/:cloudId/p2c-gateways/:p2cGatewayId",
      "/clouds/:cloudId/p2c-gateways/:p2cGatewayId/edit",
      "/clouds/:cloudId/p2c-gateways/:p2cGatewayId/eip",
      "/clouds/:cloudId/vpn-servers",
      "/clouds/:cloudId/vpn-servers/new",
      "/clouds/:cloudId/vpn-servers/:serverId",
      "/clouds/:cloudId/vpn-servers/:serverId/edit",
      "/clouds/:cloudId/vpn-servers/:serverId/users/new",
      "/clouds/:cloudId/vpn-servers/:serverId/users/import",
      "/clouds/:cloudId/vpn-servers/:serverId/users/:userId/edit",
      "/clouds/:cloudId/doctor-reports/:reportId",
      "/clouds/:cloudId/logs",
      "/clouds/:cloudId/certificates",
      "/clouds/:cloudId/tags",
      "/clouds/:cloudId/*",
      "/administration",
      "/administration/cloud-accounts",
      "/administration/cloud-accounts/new",
      "/administration/cloud-accounts/:accountId",
      "/administration/cloud-accounts/:accountId/edit",
      "/administration/cloud-accounts/:accountId/keys",
      "/administration/people",
      "/administration/people/new",
      "/administration/people/:personId",
      "/administration/roles",
      "/administration/roles/new",
      "/administration/roles/:roleId",
      "/administration/roles/:roleId/edit",
      "/administration/sign-on",
      "/administration/sign-on/edit",
      "/administration/audit",
      "/administration/audit/:auditId",
      "/administration/*",
      "/account",
      "/sign-in",
      "/signed-in",
      "/signed-out",
      "/link",
      "/help-yourself",
      "/help-yourself/invitation",
      "/help-yourself/mine",
      "/help-yourself/:portalId",
      "/",
      "*",
    ]
  `)
})
