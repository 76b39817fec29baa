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
      "/sign-in",
      "/signed-in",
      "/signed-out",
      "/",
      "*",
    ]
  `)
})
