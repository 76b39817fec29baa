// @vitest-environment node
import { catalogue, operationNames, type OperationName } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { toRequestJson, type CodeRequest } from './code-request.ts'
import { toCurlScript } from './curl.ts'
import { toHcloudScript } from './hcloud.ts'
import { withoutSecrets } from './secrets.ts'

const cloud = { vendor: 'huawei', region: 'eu-west-101', project_id: 'p-1' } as const
const planted = 'PLANTED'

type Def = {
  innerType?: z.ZodType
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
}

/** An object of a schema with a planted text in each of its places, a numbered one where it is secret. */
const plant = (schema: z.ZodType, isSecret = false): unknown => {
  const { def } = schema as unknown as { def: Def } // each kind has some of them
  const secret = isSecret || schema.meta()?.['secret'] === true
  if (def.innerType) return plant(def.innerType, secret)
  if (def.shape) return Object.fromEntries(Object.entries(def.shape).map(([key, field]) => [key, plant(field)]))
  if (def.element) return [plant(def.element), plant(def.element)]
  return secret ? planted : 'open'
}

const countOf = (text: string) => text.split(planted).length - 1

const rows = operationNames.flatMap((name: OperationName) => {
  const row = catalogue[name]
  return 'body' in row ? [{ name, body: plant(row.body) }] : []
})
const withSecrets = rows.filter(({ body }) => JSON.stringify(body).includes(planted))

test('there are calls with secrets to look at', () => {
  expect(withSecrets.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'createVpnConnection',
      'batchCreateVpnConnection',
      'updateVpnConnection',
      'createVgwCertificate',
      'createToken',
    ]),
  )
})

describe('a secret appears in no form of', () => {
  test.each(withSecrets)('$name', ({ name, body }) => {
    const params = Object.fromEntries(Object.keys(catalogue[name].params.shape).map((key) => [key, 'an-id']))
    const requests: CodeRequest[] = [{ name, input: { params, body }, title: `Do ${name}` }]
    const texts = [
      toRequestJson(requests),
      toRequestJson([...requests, ...requests]),
      toCurlScript(cloud, requests),
      toHcloudScript(cloud, requests),
    ]
    expect(texts.map(countOf)).toEqual([0, 0, 0, 0])
    expect(texts.every((text) => /\$[A-Z_]*(?:PSK|PASSWORD|PRIVATE_KEY)/.test(text))).toBe(true)
  })
})

test('an unknown field that is called like a secret is one', () => {
  const answer = { name: 'a', psk: planted, nested: [{ my_private_key: planted, admin_password: planted }] }
  expect(countOf(JSON.stringify(withoutSecrets([], answer)))).toBe(0)
})

test('the same key is the same variable, another one another', () => {
  const value = { vpn_connections: [{ psk: 'one' }, { psk: 'two' }, { psk: 'one' }] }
  expect(JSON.parse(JSON.stringify(withoutSecrets(['vpn_connections.*.psk'], value)))).toEqual({
    vpn_connections: [{ psk: '$PSK_1' }, { psk: '$PSK_2' }, { psk: '$PSK_1' }],
  })
})
