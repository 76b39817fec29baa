import { expect, test } from 'vitest'
import { modeText } from './connection-words.ts'

test('modes have the names of their tabs, an unknown one its own', () => {
  expect(modeText({ style: 'POLICY-TEMPLATE' })).toBe('Policy template')
  expect(modeText({ style: 'GRE' })).toBe('GRE')
})
