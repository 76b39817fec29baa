import { expect, test } from 'vitest'
import type { Task } from '../api/tasks.ts'
import { taskEndWords, taskLink, taskWords } from './task-words.ts'

const task: Task = {
  id: 't',
  cloudId: 'demo',
  kind: 'create',
  resource: 'vpn-gateway',
  resourceId: 'gw-1',
  name: 'gw-paris',
  startedAt: 0,
}

test('a running task says what is done to what', () => {
  expect(taskWords(task)).toBe('Creating VPN gateway gw-paris')
})

test.each([
  ['done', 'success', 'VPN gateway gw-paris was created.'],
  ['failed', 'error', 'VPN gateway gw-paris could not be created.'],
  ['unknown', 'warning', 'VPN gateway gw-paris: the end was not seen.'],
] as const)('the end of one that is %s is told as %s', (outcome, type, content) => {
  expect(taskEndWords({ ...task, outcome })).toEqual({ type, content })
})

test('it links to its thing, unless that is gone', () => {
  expect(taskLink(task)?.to).toBe('/clouds/demo/vpn-gateways/gw-1')
  expect(taskLink({ ...task, kind: 'delete', outcome: 'done' })).toBeUndefined()
  expect(taskLink({ ...task, kind: 'delete', outcome: 'failed' })).toBeDefined()
})

test.each([
  ['p2c-gateway', 'Creating Point-to-Cloud gateway gw-paris', '/clouds/demo/p2c-gateways/gw-1'],
  ['vpn-server', 'Creating VPN server gw-paris', '/clouds/demo/vpn-servers/gw-1'],
] as const)('a %s has its words and its page', (resource, words, to) => {
  expect(taskWords({ ...task, resource })).toBe(words)
  expect(taskLink({ ...task, resource })?.to).toBe(to)
})
