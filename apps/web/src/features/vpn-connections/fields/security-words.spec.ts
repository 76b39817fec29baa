import { expect, test } from 'vitest'
import {
  authenticationChoices,
  dhGroupChoices,
  encryptionChoices,
  pfsChoices,
  secondsWords,
  securityWords,
} from './security-words.ts'
import type { Choice } from '../../../ui/form/SelectField.tsx'

test.each([
  ['aes-256-gcm-16', 'AES-256-GCM-16'],
  ['sha2-384', 'SHA2-384'],
  ['group20', 'Group 20'],
  ['v2', 'IKEv2'],
  ['disable', 'Off'],
  ['something-new', 'SOMETHING-NEW'],
])('%s is written %s', (value, words) => {
  expect(securityWords(value)).toBe(words)
})

test.each([
  ['86400', '86400 s (1 day)'],
  ['172800', '172800 s (2 days)'],
  ['3600', '3600 s (1 hour)'],
  ['90', '90 s'],
  ['120', '120 s (2 minutes)'],
  ['', '–'],
])('%s seconds are %s', (text, words) => {
  expect(secondsWords(text)).toBe(words)
})

const weak = (choices: readonly Choice[]) => choices.filter(({ tags }) => tags !== undefined).map(({ value }) => value)

test('weak choices are marked, and SM algorithms are not offered', () => {
  expect(weak(authenticationChoices)).toEqual(['sha1', 'md5'])
  expect(weak(encryptionChoices)).toEqual(['aes-256', 'aes-192', 'aes-128', '3des'])
  expect(weak(dhGroupChoices)).toEqual(['group1', 'group2', 'group5', 'group14'])
  expect(weak(pfsChoices)).toContain('disable')
  const offered = [...authenticationChoices, ...encryptionChoices].map(({ value }) => value)
  expect(offered).not.toContain('sm3')
  expect(offered).not.toContain('sm4')
})
