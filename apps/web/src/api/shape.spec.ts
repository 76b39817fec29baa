import { catalogue, operationNames } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { operations } from 'virtual:operations'
import { misfits } from './shape.ts'

describe('misfits', () => {
  const shape = {
    name: 's',
    used: ['?', 'n'],
    eip: ['?', { id: 's' }],
    tags: ['[]', { key: 's' }],
    note: ['?', ['0', 's']],
  } as const

  test.each([
    [{ name: 'gw', tags: [] }, []],
    [{ name: 'gw', tags: [], note: null, colour: 'blue' }, []],
    [{ tags: [] }, ['name']],
    [{ name: 'gw', tags: [{ key: 'a' }, { key: 1 }] }, ['tags.1.key']],
    [{ name: 'gw', tags: [], eip: null }, ['eip']],
    [{ name: 'gw', tags: {}, used: '1' }, ['used', 'tags']],
    [[], ['the answer']],
    [null, ['the answer']],
  ])('of %j are %j', (value, expected) => {
    // Literal tuples are read-only; a shape is not changed either.
    expect(misfits(value, structuredClone(shape) as never)).toEqual(expected)
  })
})

test.each(operationNames)('%s has the same address and answer in the light table as in the catalogue', (name) => {
  const row = catalogue[name]
  expect(operations[name]).toMatchObject({ service: row.service, method: row.method, path: row.path })
  expect(operations[name].answer !== undefined).toBe('response' in row)
})
