import { operation, type AnyInput, type OperationName } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { deferred } from '../testing/deferred.ts'
import { createWriteQueue, queueKey, resourceIdOf } from './write-queue.ts'

const limits = { maxWaiting: 2, maxWaitMs: 60_000 }

test('changes to one thing run one after the other, changes to another do not wait', async () => {
  const queue = createWriteQueue(limits)
  const order: string[] = []
  const first = deferred()
  const change = (name: string, done?: Promise<void>) => async () => {
    order.push(`${name} begins`)
    await done
    order.push(`${name} ends`)
  }
  const running = [
    queue.run('gw-paris', change('first', first.promise)),
    queue.run('gw-paris', change('second')),
    queue.run('gw-lyon', change('other')),
    queue.run(undefined, change('free')),
  ]
  await Promise.all(running.slice(2))
  expect(order.toSorted()).toEqual(['first begins', 'free begins', 'free ends', 'other begins', 'other ends'])
  first.resolve()
  await Promise.all(running)
  expect(order.slice(-3)).toEqual(['first ends', 'second begins', 'second ends'])
  expect(queue.length()).toBe(0)
})

test('one that fails lets the next one through', async () => {
  const queue = createWriteQueue(limits)
  const failing = queue.run('gw-paris', () => Promise.reject(new Error('refused')))
  const next = queue.run('gw-paris', () => Promise.resolve('done'))
  await expect(failing).rejects.toThrow('refused')
  expect(await next).toBe('done')
})

test('who would wait too long is told that nothing was sent', async () => {
  const queue = createWriteQueue({ maxWaiting: 2, maxWaitMs: 5 })
  const blocking = deferred()
  const first = queue.run('gw-paris', () => blocking.promise)
  const second = queue.run('gw-paris', () => Promise.resolve())
  await expect(second).rejects.toMatchObject({ status: 429, code: 'CONSOLE.TOO_MANY' })
  blocking.resolve()
  await first
})

test('only so many wait', async () => {
  const queue = createWriteQueue(limits)
  const blocking = deferred()
  const running = [1, 2, 3].map(() => queue.run('gw-paris', () => blocking.promise))
  await expect(queue.run('gw-paris', () => Promise.resolve())).rejects.toMatchObject({ code: 'CONSOLE.TOO_MANY' })
  blocking.resolve()
  await Promise.all(running)
})

test.each<[OperationName, AnyInput, string | undefined]>([
  ['createVgw', { params: { project_id: 'p' }, body: { vpn_gateway: { name: 'gw-paris' } } }, undefined],
  ['deleteVgw', { params: { project_id: 'p', vgw_id: 'gw1' } }, 'paris gw1'],
  ['createVpnConnection', { params: {}, body: { vpn_connection: { vgw_id: 'gw1', cgw_id: 'c1' } } }, 'paris gw1'],
  ['batchCreateVpnConnection', { params: {}, body: { vpn_connections: [{ vgw_id: 'gw1' }] } }, 'paris gw1'],
  ['updateVpnConnection', { params: { project_id: 'p', vpn_connection_id: 'con1' } }, 'paris con1'],
  ['createVpnServer', { params: { project_id: 'p', p2c_vgw_id: 'p2c1' } }, 'paris p2c1'],
  ['updateVpnUser', { params: { project_id: 'p', vpn_server_id: 's1', user_id: 'u1' } }, 'paris s1'],
  ['batchCreateResourceTags', { params: { resource_type: 'vpn-gateway', resource_id: 'gw1' } }, 'paris gw1'],
])('%s is queued by what it touches', (name, input, key) => {
  expect(queueKey('paris', operation(name), input)).toBe(key)
})

test('the resource of a call is the last id in its path', () => {
  const input = { params: { project_id: 'p', vpn_server_id: 's1', user_id: 'u1' } }
  expect(resourceIdOf(operation('updateVpnUser'), input)).toBe('u1')
  expect(resourceIdOf(operation('createVgw'), { params: { project_id: 'p' } })).toBeUndefined()
})
