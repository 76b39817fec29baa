// @vitest-environment node
import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { awkwardText } from '../../testing/arbitrary-text.ts'
import { shellComment, shellJson, shellWord } from './shell.ts'
import { Variable } from './variable.ts'

const run = (script: string, env: Record<string, string> = {}) =>
  execFileSync('sh', ['-c', script], { env, encoding: 'utf8' })

// No program can be given a NUL.
const argument = awkwardText.map((text) => text.replaceAll('\0', ''))

test('a real shell gives every word back as it was', () => {
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1, maxLength: 40 }), (texts) => {
      expect(run(`printf '%s\\001' ${texts.map(shellWord).join(' ')}`)).toBe(
        texts.map((text) => `${text}\u0001`).join(''),
      )
    }),
    { numRuns: 60 },
  )
})

test('a real shell fills the variables into JSON, and only them', () => {
  fc.assert(
    fc.property(argument, argument, fc.stringMatching(/^[A-Za-z0-9~!@#$%^*()\-_+={},./:;]{8,128}$/), (a, b, psk) => {
      const body = { [a]: b, psk: new Variable('PSK'), again: [new Variable('PSK'), new Variable('OTHER')] }
      const text = run(`printf %s ${shellJson(body)}`, { PSK: psk, OTHER: 'x' })
      expect(JSON.parse(text)).toEqual({ [a]: b, psk, again: [psk, 'x'], ...(a === 'psk' && { psk }) })
    }),
    { numRuns: 60 },
  )
})

test('a comment stays one, over all its lines', () => {
  fc.assert(
    fc.property(argument, (text) => {
      expect(run(`${shellComment(text)}\nprintf done`)).toBe('done')
    }),
    { numRuns: 60 },
  )
})
