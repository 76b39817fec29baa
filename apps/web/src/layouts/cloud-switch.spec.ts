import type { Cloud, CloudGrants } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { cloudGroups, pageInCloud } from './cloud-switch.ts'

const all: CloudGrants = { actions: ['*'], projects: {}, servers: {} }

const cloud = (id: string, change: Partial<Cloud> = {}): Cloud => ({
  id,
  name: 'Production',
  vendor: 'huawei',
  region: 'eu-west-101',
  project_id: `project-of-${id}`,
  hasP2c: true,
  grants: all,
  ...change,
})

describe('switching to another cloud', () => {
  test.each([
    ['/clouds/one/vpn-connections', '/clouds/two/vpn-connections'],
    ['/clouds/one/vpn-connections/c-1/edit', '/clouds/two/vpn-connections'],
    ['/clouds/one/vpn-servers/s-1', '/clouds/two/vpn-servers'],
    ['/clouds/one/certificates', '/clouds/two/certificates'],
    ['/clouds/one/doctor-reports/r-1', '/clouds/two/overview'],
    ['/clouds/one/overview', '/clouds/two/overview'],
    ['/administration/people', '/clouds/two/overview'],
  ])('%s leads to %s', (from, to) => {
    expect(pageInCloud(from, cloud('two'))).toBe(to)
  })

  test('without Point-to-Cloud leads where one begins', () => {
    expect(pageInCloud('/clouds/one/p2c-gateways', cloud('two', { hasP2c: false }))).toBe('/clouds/two/overview')
  })

  test('leads to no list that may not be seen there', () => {
    const grants: CloudGrants = { actions: ['vpn:vpnGateways:*'], projects: {}, servers: {} }
    expect(pageInCloud('/clouds/one/vpn-connections', cloud('two', { grants }))).toBe('/clouds/two/overview')
    const ofServer: CloudGrants = { actions: [], projects: {}, servers: { 's-1': ['vpn:p2cVpnUser:*'] } }
    expect(pageInCloud('/clouds/one/vpn-connections', cloud('two', { grants: ofServer }))).toBe(
      '/clouds/two/vpn-servers',
    )
  })
})

describe('the groups', () => {
  const clouds = [
    cloud('c', { name: 'Test', region: 'eu-de' }),
    cloud('b', { region: 'tr-west-1' }),
    cloud('a', { region: 'eu-west-101' }),
  ]
  const ids = (typed: string) =>
    cloudGroups(clouds, typed).map((group) => [group.name, group.clouds.map(({ id }) => id)])

  test('are by name, each with its regions', () => {
    expect(ids('')).toEqual([
      ['Production', ['a', 'b']],
      ['Test', ['c']],
    ])
  })

  test.each([
    ['west', [['Production', ['a', 'b']]]],
    ['PROD tr', [['Production', ['b']]]],
    ['project-of-c', [['Test', ['c']]]],
    ['nowhere', []],
  ])('typed %s', (typed, found) => {
    expect(ids(typed)).toEqual(found)
  })
})
