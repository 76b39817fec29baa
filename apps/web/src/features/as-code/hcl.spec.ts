// @vitest-environment node
import { parse } from '@cdktf/hcl2json'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { awkwardText } from '../../testing/arbitrary-text.ts'
import { attribute, block, comment, hclString, Reference, toHcl, type HclValue } from './hcl.ts'

const read = (text: string): Promise<Record<string, unknown>> => parse('main.tf', text)

/** Terraform keeps texts in their composed form, and the parser escapes what would begin a template again. */
const composed = (value: unknown): unknown => {
  if (typeof value === 'string') {
    return value.normalize('NFC').replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)
  }
  if (Array.isArray(value)) return value.map(composed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [composed(key), composed(item)]))
}

const keys = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9 _.:=+@-]{1,8}$/),
  fc.constantFrom('for', 'if', 'in', 'true', 'null', 'source', '_a', 'each', 'var'),
)

const values = fc.letrec<{ node: HclValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 2 },
    awkwardText,
    fc.integer({ min: -1e9, max: 5e9 }),
    fc.boolean(),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(keys, tie('node'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).node

test('a real parser gives every text back', async () => {
  await fc.assert(
    fc.asyncProperty(awkwardText, async (text) => {
      const { locals } = await read(toHcl([block('locals', [], [attribute('it', text)])]))
      expect(locals).toEqual([{ it: composed(text) }])
    }),
    { numRuns: 300 },
  )
})

test('a real parser gives every value back, in blocks of any depth', async () => {
  await fc.assert(
    fc.asyncProperty(values, awkwardText, async (value, text) => {
      const inner = block('eip1', [], [attribute('it', value), attribute('other_name', 1)])
      const { resource } = await read(
        toHcl([
          comment(text.replaceAll('\0', '')),
          block('resource', ['a_type', 'a_label'], [comment('x'), inner, inner]),
        ]),
      )
      const parsed = { it: composed(value), other_name: 1 }
      expect(resource).toEqual({ a_type: { a_label: [{ eip1: [parsed, parsed] }] } })
    }),
    { numRuns: 150 },
  )
})

describe('the layout', () => {
  test('is that of terraform fmt', () => {
    const text = toHcl([
      block(
        'resource',
        ['t', 'l'],
        [
          attribute('name', 'gw-paris'),
          attribute('local_subnets', ['a', 'b']),
          attribute('asn', 64512),
          attribute('to', new Reference('t.l')),
          block('eip1', [], [attribute('id', 'x')]),
        ],
      ),
    ])
    expect(text).toBe(
      [
        'resource "t" "l" {',
        '  name = "gw-paris"',
        '  local_subnets = [',
        '    "a",',
        '    "b",',
        '  ]',
        '  asn = 64512',
        '  to  = t.l',
        '',
        '  eip1 {',
        '    id = "x"',
        '  }',
        '}',
      ].join('\n'),
    )
  })

  test('no text begins a template', () => {
    expect(hclString('${var.x}')).toBe('"$${var.x}"')
    expect(hclString('%{ if true }')).toBe('"%%{ if true }"')
    expect(hclString('100% of $5')).toBe('"100% of $5"')
  })

  test('half a character does not spoil the file', async () => {
    const { locals } = await read(toHcl([block('locals', [], [attribute('it', 'a\ud83d b')])]))
    expect(locals).toEqual([{ it: 'a\ufffd b' }])
  })
})
