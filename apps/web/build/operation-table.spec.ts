import { catalogue, operationNames } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { Operation } from '@vpn-console/api-client'
import { misfits } from '../src/api/shape.ts'
import { shapeOf } from './operation-table.ts'

test('a schema is described by the kinds of its values', () => {
  const schema = z.object({
    name: z.string().min(3),
    size: z.int().optional(),
    tags: z.array(z.object({ key: z.string() })),
    note: z.string().nullish(),
    vendor: z.enum(['huawei', 'otc']),
    detail: z.record(z.string(), z.unknown()),
    isOn: z.boolean(),
  })
  expect(shapeOf(schema)).toEqual({
    name: 's',
    size: ['?', 'n'],
    tags: ['[]', { key: 's' }],
    note: ['?', ['0', 's']],
    vendor: 's',
    detail: ['{}', '*'],
    isOn: 'b',
  })
})

test('a kind that nobody thought of stops the build', () => {
  expect(() => shapeOf(z.object({ when: z.date() }))).toThrow('date')
})

describe('every answer of the catalogue', () => {
  const rows = operationNames.flatMap((name) => {
    const { response }: Operation = catalogue[name]
    return response ? [[name, response] as const] : []
  })

  test.each(rows)('of %s can be described, and nothing at all is refused', (_, response) => {
    const shape = shapeOf(response)
    const isRefused = (value: unknown) => misfits(value, shape).length > 0
    for (const value of [null, 'text', [], { unknown: 1 }]) {
      expect(isRefused(value)).toBe(!response.safeParse(value).success)
    }
  })
})
