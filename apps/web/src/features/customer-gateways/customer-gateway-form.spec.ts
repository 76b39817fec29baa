import { ApiError, type CustomerGateway } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pemFromFile } from '../../ui/pem.ts'
import {
  customerGatewayEditForm,
  customerGatewayForm,
  editValuesOf,
  emptyCustomerGateway,
  requestFields,
  toCreateBody,
  toUpdateBody,
} from './customer-gateway-form.ts'

const empty = emptyCustomerGateway((count) => new Uint8Array(count).fill(0xa5))
const paris = { ...empty, name: 'cgw-paris', ipAddress: '192.0.2.10' }
const pem = pemFromFile(Uint8Array.from([0x30, 0x03, 1, 2, 3]))

const messages = (values: unknown) =>
  Object.fromEntries(
    (customerGatewayForm.safeParse(values).error?.issues ?? [])
      .toReversed()
      .map(({ path, message }) => [path.join('.'), message]),
  )

describe('toCreateBody', () => {
  test('a name like the cloud’s own is there from the start', () => {
    expect(empty.name).toBe('cgw-a5a5')
  })

  test('an address with its ASN', () => {
    expect(toCreateBody({ ...paris, ipAddress: ' 192.0.2.10 ', asn: '65010' })).toEqual({
      name: 'cgw-paris',
      id_type: 'ip',
      id_value: '192.0.2.10',
      bgp_asn: 65010,
    })
  })

  test('a name takes no ASN along, even if one was typed before', () => {
    expect(toCreateBody({ ...paris, idType: 'fqdn', fqdn: 'paris.example.com', asn: '65010' })).toEqual({
      name: 'cgw-paris',
      id_type: 'fqdn',
      id_value: 'paris.example.com',
    })
  })

  test('certificate and tags', () => {
    const tags = [{ key: 'site', value: 'paris' }]
    expect(toCreateBody({ ...paris, certificate: `${pem}\n`, tags })).toMatchObject({
      ca_certificate: { content: pem },
      tags,
    })
  })
})

describe('customerGatewayForm', () => {
  test('takes a good one', () => {
    expect(messages({ ...paris, asn: '4294967295', certificate: pem })).toEqual({})
  })

  test.each([
    [{ name: '' }, 'name', 'Use 1 to 64'],
    [{ name: 'cgw paris' }, 'name', 'Use 1 to 64'],
    [{ ipAddress: '' }, 'ipAddress', 'Enter an IPv4 address'],
    [{ ipAddress: '192.0.2.300' }, 'ipAddress', 'Enter an IPv4 address'],
    [{ idType: 'fqdn', fqdn: '' }, 'fqdn', 'Use 1 to 128'],
    [{ idType: 'fqdn', fqdn: 'paris & lyon' }, 'fqdn', 'not allowed'],
    [{ asn: '0' }, 'asn', 'from 1 to 4294967295'],
    [{ asn: '6.5' }, 'asn', 'from 1 to 4294967295'],
    [{ asn: 'AS65010' }, 'asn', 'from 1 to 4294967295'],
    [{ certificate: 'MIIB' }, 'certificate', 'PEM'],
    [
      {
        tags: [
          { key: 'a', value: '' },
          { key: 'a', value: '' },
        ],
      },
      'tags.1.key',
      'twice',
    ],
    [{ tags: [{ key: '', value: '' }] }, 'tags.0.key', 'Use 1 to 128'],
  ])('%j is explained at %s', (change, field, words) => {
    expect(messages({ ...paris, ...change })[field]).toContain(words)
  })

  test('what the cloud names is found in the form', () => {
    const error = new ApiError({
      status: 400,
      code: 'CONSOLE.INVALID_INPUT',
      message: 'Not valid.',
      fields: { 'customer_gateway.id_value': 'No address.', 'customer_gateway.ca_certificate.content': 'No PEM.' },
    })
    expect(requestFields(error, 'fqdn')).toEqual([
      { field: 'fqdn', message: 'No address.' },
      { field: 'certificate', message: 'No PEM.' },
    ])
    expect(requestFields(error, 'ip')[0]).toEqual({ field: 'ipAddress', message: 'No address.' })
  })
})

describe('toUpdateBody', () => {
  const gateway: CustomerGateway = { id: 'cgw-1', name: 'cgw-paris', id_type: 'ip', id_value: '192.0.2.10' }

  test('an unchanged form sends nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_.-]{1,64}$/), (name) => {
        expect(toUpdateBody(editValuesOf({ ...gateway, name }), { ...gateway, name })).toEqual({})
      }),
    )
  })

  test('only what changed is sent', () => {
    expect(toUpdateBody({ name: 'cgw-lyon', certificate: '' }, gateway)).toEqual({ name: 'cgw-lyon' })
    expect(toUpdateBody({ name: 'cgw-paris', certificate: pem }, gateway)).toEqual({ ca_certificate: { content: pem } })
  })

  test('an empty name is refused before it is sent', () => {
    expect(customerGatewayEditForm.safeParse({ name: '', certificate: '' }).error?.issues[0]?.path).toEqual(['name'])
  })
})
