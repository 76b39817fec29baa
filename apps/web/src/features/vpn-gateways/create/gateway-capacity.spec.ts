import type { ExtendedAvailabilityZone, VpnGateway } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import {
  connectionsOf,
  defaultFlavor,
  defaultZones,
  fittingBandwidth,
  fittingCapacity,
  flavorRefusal,
  specifications,
} from './gateway-capacity.ts'

const offer = (flavor: string, attachment_type = 'vpc', ip_version = 'ipv4') => ({
  flavor,
  attachment_type,
  ip_version,
})

const zones: ExtendedAvailabilityZone[] = [
  { name: 'zone-a', available_specs: [offer('Basic'), offer('Professional1'), offer('Professional1', 'er')] },
  { name: 'zone-b', available_specs: [offer('Professional1'), offer('Professional2', 'vpc', 'ipv6')] },
  { name: 'zone-c', available_specs: [offer('Professional1')] },
]

const onVpc = { networkType: 'public', attachmentType: 'vpc', ipVersion: 'ipv4' } as const
const onRouter = { ...onVpc, attachmentType: 'er' } as const

describe('zones by default', () => {
  test('two where two or more suit', () => {
    expect(defaultZones(onVpc, 'Professional1', zones)).toEqual(['zone-a', 'zone-b'])
  })

  test('one where only one suits, none where none does', () => {
    expect(defaultZones(onRouter, 'Professional1', zones)).toEqual(['zone-a'])
    expect(defaultZones(onVpc, 'GM', zones)).toEqual([])
  })

  test('none while the matrix is not known: the service picks', () => {
    expect(defaultZones(onVpc, 'Professional1', undefined)).toEqual([])
  })
})

describe('specifications', () => {
  test('one that no zone offers is refused with the reason', () => {
    expect(flavorRefusal(onVpc, 'GM', zones)).toContain('No zone offers')
    expect(flavorRefusal(onVpc, 'Professional1', zones)).toBeUndefined()
  })

  test('Basic is refused for what it cannot do, whatever the zones say', () => {
    expect(flavorRefusal({ ...onVpc, networkType: 'private' }, 'Basic', zones)).toContain('public gateways')
    expect(flavorRefusal(onRouter, 'Basic', undefined)).toContain('attached to a VPC')
  })

  test('without a matrix only the rules that need none speak', () => {
    expect(flavorRefusal(onVpc, 'GM', undefined)).toBeUndefined()
  })

  test('the first that can be had is proposed', () => {
    expect(defaultFlavor(onVpc, zones)).toBe('Professional1')
    expect(defaultFlavor({ ...onVpc, ipVersion: 'ipv6' }, zones)).toBe('Professional2')
    expect(defaultFlavor(onVpc, [])).toBe('Professional1')
  })

  test('all of them are shown, with what they can do', () => {
    const shown = specifications(onVpc, zones, [])
    expect(shown.map(({ flavor }) => flavor)).toHaveLength(6)
    expect(shown[0]).toMatchObject({ flavor: 'Basic', bandwidth: 100, refusal: undefined, zones: ['zone-a'] })
  })

  test('the number of connections is what a gateway of the same specification says', () => {
    const gateway = { flavor: 'Professional2', connection_number: 400 } as VpnGateway // the only fields it reads
    expect(connectionsOf('Professional2', [gateway])).toBe(400)
    expect(connectionsOf('Professional1', [gateway])).toBe(200)
  })
})

describe('when the network changes', () => {
  const chosen = { flavor: 'Professional1', zones: ['zone-b', 'zone-c'] } as const

  test('what still fits is kept', () => {
    expect(fittingCapacity({ ...onVpc, ...chosen, zones: [...chosen.zones] }, zones)).toEqual(chosen)
  })

  test('zones that no longer fit are chosen again', () => {
    expect(fittingCapacity({ ...onRouter, ...chosen, zones: [...chosen.zones] }, zones).zones).toEqual(['zone-a'])
  })

  test('a specification that no longer fits gives way to one that does', () => {
    const toV6 = { ...onVpc, ...chosen, zones: [...chosen.zones], ipVersion: 'ipv6' as const }
    expect(fittingCapacity(toV6, zones)).toEqual({ flavor: 'Professional2', zones: ['zone-b'] })
  })
})

test('a bandwidth is held within what the specification takes', () => {
  expect(fittingBandwidth('200', 'Basic')).toBe('100')
  expect(fittingBandwidth('200', 'Professional1')).toBe('200')
  expect(fittingBandwidth('many', 'Basic')).toBe('many')
})
