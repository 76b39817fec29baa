import { reasons } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { reasonWords, unknownWords } from './reason-words.ts'

describe.each(reasons.map((reason) => [reason.name, reason] as const))('%s', (name, reason) => {
  const words = reasonWords[name]

  test('has words for what happened, why, what to do, and the other side', () => {
    for (const part of [words?.plain, words?.cause, words?.fix, words?.peer]) {
      expect(part).toMatch(/^[A-Z“].*\.$/s)
      expect(part).not.toMatch(/!|please/i)
    }
    // The log's own text is shown beside them; repeated, it would explain nothing.
    expect(words?.plain.toLowerCase()).not.toContain(reason.kind === 'negotiation' ? name.toLowerCase() : `${name}.`)
  })

  test('says what to do as its weight has it', () => {
    const isNothing = words?.fix === 'Nothing is to be done.'
    expect(isNothing).toBe(reason.weight === 'normal')
    if (reason.fields.length > 0) expect(words?.fix).not.toMatch(/^Nothing[.:]/)
  })
})

test('no words are left over from a reason that is none', () => {
  const names = new Set(reasons.map(({ name }) => name))
  expect(Object.keys(reasonWords).filter((name) => !names.has(name))).toEqual([])
})

test('an unknown reason has a next step too', () => {
  expect(unknownWords.fix).toContain('ticket')
})
