import { expect, test } from 'vitest'
import { ownPath, paths } from './paths.ts'

test('ids are encoded', () => {
  expect(paths.vpnGateway({ cloudId: 'a b', gatewayId: 'x/y' })).toBe('/clouds/a%20b/vpn-gateways/x%2Fy')
})

test('sign-in keeps where somebody wanted to go', () => {
  expect(paths.signIn('/clouds/demo/vpn-gateways?filter=name:x')).toBe(
    '/sign-in?to=%2Fclouds%2Fdemo%2Fvpn-gateways%3Ffilter%3Dname%3Ax',
  )
  expect(paths.signIn('/')).toBe('/sign-in')
})

test.each([
  ['/clouds/demo/vpn-gateways?page=2', '/clouds/demo/vpn-gateways?page=2'],
  ['https://example.com/', undefined],
  ['//example.com/', undefined],
  ['/\\example.com', undefined],
  ['javascript:alert(1)', undefined],
  ['/sign-in?to=/', undefined],
  [null, undefined],
])('after sign-in %s leads to %s', (given, expected) => {
  expect(ownPath(given)).toBe(expected)
})
