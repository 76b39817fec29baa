import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consolePasswordLength, consolePasswordProblems, consolePasswordStrength } from './console-password.ts'

const rulesOf = (password: string, name = 'lyon') => consolePasswordProblems(password, name).map(({ rule }) => rule)

const { least, most } = consolePasswordLength
const char = fc.constantFrom(...Array.from('abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_. äßñжн🔑'))
const drawn = (length: { minLength: number; maxLength: number }) => fc.array(char, length)

describe('a password of the console', () => {
  test.each([
    'password1234',
    'P@ssw0rd1234',
    'Passw0rdPassw0rd',
    'Password!2026',
    'Summer2026!!',
    'qwertyuiop123',
    'q1w2e3r4t5y6',
    '1qaz2wsx3edc4rfv',
    'poiuytrewq321',
    '123456789012',
    '111122223333',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'letmein-letmein',
    'iloveyou2025!',
    'administrator',
    'VpnConsole2026',
    'huawei@cloud1',
    'thisismypassword',
  ])('%s is on the lists that are tried first', (password) => {
    expect(rulesOf(password)).toEqual(['console.password.common'])
    expect(consolePasswordStrength(password, 'lyon')).toBe('refused')
  })

  test.each([
    ['marie.dupont', 'marie.dupont'],
    ['Marie.Dupont1!', 'marie.dupont'],
    ['tnopud.eiram99', 'marie.dupont'],
    ['saint-etienne-1', 'Saint-Etienne'],
  ])('%s is made of the name %s', (password, name) => {
    expect(rulesOf(password, name)).toEqual(['console.password.name'])
    expect(rulesOf(password, 'lyon')).toEqual([])
  })

  test.each([
    ['correct horse battery staple', 'good'],
    ['vier kleine graue Katzen', 'strong'],
    ['k4nd-8xq2-mm3w-7rth', 'strong'],
    ['ünïcödé и кириллица', 'good'],
    // One word, whatever its length: others have longer lists than ours.
    ['perpendicular', 'fair'],
  ] as const)('%s is taken, and is %s', (password, strength) => {
    expect(rulesOf(password)).toEqual([])
    expect(consolePasswordStrength(password, 'lyon')).toBe(strength)
  })

  test('has from 12 to 128 characters, as people count them, of whatever kind', () => {
    expect(rulesOf('xq7 vnd 2mk')).toEqual(['console.password.length'])
    expect(rulesOf('🔑🗝️🧿🪬🐳🦑')).toEqual(['console.password.length'])
    fc.assert(
      fc.property(drawn({ minLength: 0, maxLength: most + 40 }), (chars) => {
        const isLength = chars.length >= least && chars.length <= most
        expect(rulesOf(chars.join('')).includes('console.password.length')).toBe(!isLength)
      }),
    )
  })

  test('that is drawn by lot is never refused', () => {
    const ends = fc.constantFrom('', 'password', 'qwerty', '2026')
    fc.assert(
      fc.property(fc.array(char, { minLength: 24, maxLength: 60 }), ends, (chars, end) => {
        // What is drawn may repeat itself; half of different characters is enough to be sure.
        fc.pre(new Set(chars.map((one) => one.toLowerCase())).size >= 12)
        expect(rulesOf(chars.join('') + end)).toEqual([])
      }),
    )
  })

  test('that is one thing again and again is refused, however long', () => {
    const word = fc.constantFrom('monkey', 'asdf', '12345', 'lyon', 'x', 'Qwerty', '2026')
    fc.assert(
      fc.property(word, fc.integer({ min: 12, max: 24 }), (part, times) => {
        expect(rulesOf(part.repeat(times))).toHaveLength(1)
      }),
    )
  })

  test('is not quoted in what is said about it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 3, maxLength: 200 }), (password) => {
        fc.pre(/[^A-Za-z0-9 .:,]/.test(password))
        for (const { message } of consolePasswordProblems(password, 'lyon')) expect(message).not.toContain(password)
      }),
    )
  })
})
