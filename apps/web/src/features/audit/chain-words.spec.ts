import type { AuditChain } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { chainWords } from './chain-words.ts'

const chain: AuditChain = { state: 'unchecked', entries: 0, lines: 0, head: '0:', began_at: 1, adopted: 0, pruned: 0 }
const at = new Date('2026-03-10T10:42').getTime()
const problem = { kind: 'altered' as const, message: 'An entry was altered.' }

test.each<[string, AuditChain, string, string]>([
  ['nobody has looked yet', chain, 'pending', 'has not been verified'],
  ['it is looked at', { ...chain, state: 'checking' }, 'in-progress', 'being verified'],
  ['it is as it was written', { ...chain, state: 'intact', checked_at: at }, 'success', '10:42'],
  ['it is broken', { ...chain, state: 'broken', checked_at: at, problem }, 'error', 'altered'],
  ['it was broken and is looked at', { ...chain, state: 'checking', checked_at: at, problem }, 'error', 'altered'],
])('%s', (_, given, kind, words) => {
  const { kind: shown, short } = chainWords(given)
  expect(shown).toBe(kind)
  expect(short).toContain(words)
})
