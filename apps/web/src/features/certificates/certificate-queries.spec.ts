import { ApiError } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { gmGatewayIds, readGatewayCertificates } from './certificate-queries.ts'

const certificate = (vgw_id: string | undefined) => ({
  id: `of ${vgw_id}`,
  name: 'cert',
  status: 'BOUND' as const,
  ...(vgw_id !== undefined && { vgw_id }),
})
const refused = (status: number) => new ApiError({ status, code: `HTTP.${status}`, message: 'no' })
const listing =
  (...gateways: (string | undefined)[]) =>
  () =>
    Promise.resolve({ vpn_gateway_certificates: gateways.map(certificate) })
const showing =
  (asked: string[] = []) =>
  (gatewayId: string) => {
    asked.push(gatewayId)
    if (gatewayId === 'without') return Promise.reject(refused(404))
    if (gatewayId === 'closed') return Promise.reject(refused(403))
    return Promise.resolve({ certificate: certificate(gatewayId) })
  }

describe('readGatewayCertificates', () => {
  test('takes the list where the region has it', async () => {
    const asked: string[] = []
    const { found, failed } = await readGatewayCertificates(['a'], { list: listing('a', 'b'), show: showing(asked) })
    expect(found.map(({ gatewayId }) => gatewayId)).toEqual(['a', 'b'])
    expect(failed).toEqual([])
    expect(asked).toEqual([])
  })

  test.each([404, 403, 405, 501])('asks each gateway where the list answers %d', async (status) => {
    const list = () => Promise.reject(refused(status))
    const { found, failed } = await readGatewayCertificates(['a', 'without', 'closed', 'b'], { list, show: showing() })
    expect(found.map(({ gatewayId }) => gatewayId).toSorted()).toEqual(['a', 'b'])
    expect(failed.map(({ gatewayId }) => gatewayId)).toEqual(['closed'])
  })

  test('asks each gateway where the list does not say whose they are', async () => {
    const { found } = await readGatewayCertificates(['a'], { list: listing('a', undefined), show: showing() })
    expect(found).toEqual([{ gatewayId: 'a', certificate: certificate('a') }])
  })

  test('a list that fails otherwise is a failure', async () => {
    const list = () => Promise.reject(refused(500))
    await expect(readGatewayCertificates(['a'], { list, show: showing() })).rejects.toThrow('no')
  })
})

test('only GM gateways are asked for', () => {
  const gateways = [
    { id: 'b', flavor: 'GM' },
    { id: 'c', flavor: 'Basic' },
    { id: 'a', flavor: 'GM' },
  ]
  expect(gmGatewayIds(gateways)).toEqual(['a', 'b'])
})
