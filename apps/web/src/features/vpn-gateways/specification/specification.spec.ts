import { bandwidthLimit, flavors, type VpnGateway } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { specificationFindings } from './specification-form.ts'
import {
  agreementWords,
  bandwidthWords,
  offeredFlavors,
  otherFlavors,
  specificationRefusal,
  widerEips,
} from './specification-words.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  ha_mode: 'active-active',
  flavor: 'Professional1',
  supported_flavors: ['Professional2', 'Basic'],
  eip1: { id: 'eip-1', ip_address: '192.0.2.1', bandwidth_size: 300 },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2', bandwidth_size: 50 },
  used_connection_number: 3,
}

describe('what is offered', () => {
  test('are the other specifications that the cloud names, always in the same order', () => {
    expect(offeredFlavors(gateway)).toEqual(['Basic', 'Professional2'])
    expect(otherFlavors(gateway)).toEqual(['GM', 'Professional1-NonFixedIP', 'Professional2-NonFixedIP'])
  })

  test('may be newer than this console', () => {
    const newer = { ...gateway, supported_flavors: ['Professional9', 'Basic'] }
    expect(offeredFlavors(newer)).toEqual(['Basic', 'Professional9'])
    expect(specificationFindings({ flavor: 'Professional9', isAgreed: true }, newer)[0]?.message).toContain('newer')
  })

  test('may be nothing, with the reason', () => {
    expect(specificationRefusal(gateway)).toBeUndefined()
    expect(specificationRefusal({ ...gateway, supported_flavors: [] })).toContain('no other specification')
    expect(specificationRefusal({ ...gateway, supported_flavors: ['Professional1'] })).toContain('gw-paris')
  })

  test('and what is not share no specification, and leave out only the present one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flavors), fc.subarray([...flavors]), (flavor, supported_flavors) => {
        const one = { ...gateway, flavor, supported_flavors }
        const all = [...offeredFlavors(one), ...otherFlavors(one), flavor]
        expect(all.toSorted()).toEqual([...flavors].toSorted())
      }),
    )
  })
})

describe('what it means for the traffic', () => {
  test('an EIP above the new limit is named with its size', () => {
    expect(widerEips(gateway, 'Basic')).toEqual([{ label: 'EIP 1', address: '192.0.2.1', size: 300 }])
    const [first, second] = bandwidthWords(gateway, 'Basic')
    expect(first).toBe('The gateway carries up to 100 Mbit/s instead of 300 Mbit/s.')
    expect(second).toContain('EIP 1 (192.0.2.1) has 300 Mbit/s')
  })

  test('more is of use only with wider EIPs', () => {
    expect(bandwidthWords(gateway, 'Professional2').join(' ')).toContain('raise them')
    expect(bandwidthWords(gateway, 'Professional1')).toEqual(['The gateway carries up to 300 Mbit/s, as now.'])
  })

  test('exactly those EIPs are named that have more than the limit', () => {
    const size = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined })
    fc.assert(
      fc.property(fc.constantFrom(...flavors), size, size, (flavor, one, two) => {
        const named = widerEips(
          { ...gateway, eip1: { id: 'a', bandwidth_size: one }, eip2: { id: 'b', bandwidth_size: two } },
          flavor,
        )
        expect(named.map(({ address }) => address)).toEqual([
          ...((one ?? 0) > bandwidthLimit(flavor) ? ['a'] : []),
          ...((two ?? 0) > bandwidthLimit(flavor) ? ['b'] : []),
        ])
      }),
    )
  })
})

describe('the form', () => {
  test('asks for another specification, then for the confirmation', () => {
    const fieldsOf = (flavor: string, isAgreed: boolean) =>
      specificationFindings({ flavor, isAgreed }, gateway).map(({ field }) => field)
    expect(fieldsOf('Professional1', true)).toEqual(['flavor'])
    expect(fieldsOf('GM', true)).toEqual(['flavor'])
    expect(fieldsOf('Basic', false)).toEqual(['isAgreed'])
    expect(fieldsOf('Basic', true)).toEqual([])
  })

  test('names what is interrupted', () => {
    expect(agreementWords(gateway, 'Basic')).toContain('its 3 connections')
    expect(agreementWords({ ...gateway, used_connection_number: 1 }, 'Basic')).toContain('its connection')
    expect(agreementWords({ ...gateway, used_connection_number: 0 }, 'Basic')).toContain('Nothing connects')
  })
})
