import { operation, operationNames, targetOf } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { matchRoute } from './routing.ts'

const filled = (path: string) => path.replaceAll('{resource_type}', 'vpn-gateway').replaceAll(/\{(\w+)\}/g, 'an-id')

describe('every row is found by its method and path', () => {
  test.each(operationNames)('%s', (name) => {
    const { method, path } = operation(name)
    expect(matchRoute(method, filled(path))).toMatchObject({ kind: 'found', name })
    expect(matchRoute(method, `${filled(path)}/`)).toMatchObject({ kind: 'found', name })
  })
})

test('a fixed segment wins over an id', () => {
  expect(matchRoute('GET', '/v5/p/vpn-gateways/availability-zones')).toMatchObject({ name: 'listAvailabilityZones' })
  expect(matchRoute('GET', '/v5/p/vpn-gateways/jobs')).toMatchObject({ name: 'listVpnGatewayJobs' })
  expect(matchRoute('GET', '/v5/p/vpn-gateways/gw-1')).toMatchObject({ name: 'showVgw', params: { vgw_id: 'gw-1' } })
  expect(matchRoute('GET', '/v5/p/p2c-vpn-gateways/tags')).toMatchObject({ name: 'listProjectTags' })
  expect(matchRoute('GET', '/v5/p/p2c-vpn-gateways/gw-1')).toMatchObject({ name: 'showP2cVgw' })
})

test('ids are decoded', () => {
  const target = targetOf(operation('showVgw'), 'p', { params: { vgw_id: 'a.b' } })
  expect(matchRoute('GET', target)).toMatchObject({ params: { project_id: 'p', vgw_id: 'a.b' } })
  expect(matchRoute('GET', '/v5/p/vpn-gateways/%E0%A4')).toMatchObject({ params: { vgw_id: '%E0%A4' } })
})

test('another method of a known path, and a path that nobody knows', () => {
  const wrong = matchRoute('PATCH', '/v5/p/vpn-gateways')
  expect(wrong).toEqual({ kind: 'wrong method', allowed: expect.arrayContaining(['GET', 'POST']) })
  expect(matchRoute('GET', '/v5/p/vpn-gateways/a/b/c/d')).toEqual({ kind: 'unknown' })
  expect(matchRoute('GET', '/V5/p/vpn-gateways')).toEqual({ kind: 'unknown' })
  expect(matchRoute('GET', '/')).toEqual({ kind: 'unknown' })
})
