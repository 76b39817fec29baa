import { expect, test } from 'vitest'
import { havingKeys, keysOf, mergeTagValues, planOfAdding, type Tagged } from './tagged.ts'

const tag = (key: string, value = '') => ({ key, value })
const resource = (name: string, ...tags: { key: string; value: string }[]): Tagged => ({
  type: 'vpn-gateway',
  id: name,
  name,
  tags,
})
const many = Array.from({ length: 20 }, (_, index) => tag(`key-${index}`))

test('keys and values of all types come together, in order and once', () => {
  const merged = mergeTagValues([
    [
      { key: 'site', values: ['site-10', 'site-2'] },
      { key: 'env', values: ['prod'] },
    ],
    undefined,
    [{ key: 'env', values: ['test', 'prod'] }, { key: 'owner' }],
  ])
  expect([...merged]).toEqual([
    ['env', ['prod', 'test']],
    ['owner', []],
    ['site', ['site-2', 'site-10']],
  ])
})

test('adding says what it overwrites, and who has no room', () => {
  const paris = resource('gw-paris', tag('env', 'test'), tag('site', 'paris'))
  const full = resource('gw-full', ...many)
  const plan = planOfAdding([paris, full], [tag('env', 'prod'), tag('site', 'paris')])
  expect(plan.overwritten).toEqual([{ name: 'gw-paris', key: 'env', before: 'test', after: 'prod' }])
  expect(plan.full).toEqual([full])
  expect(plan.able).toEqual([paris])
})

test('a full resource takes another value of a key it has, and the cloud’s own tags take no room', () => {
  const full = resource('gw-full', ...many, tag('_sys_project', '0'))
  expect(planOfAdding([full], [tag('key-3', 'b')]).full).toEqual([])
})

test('keys to remove are counted, without the cloud’s own', () => {
  const resources = [resource('a', tag('env'), tag('_sys_x')), resource('b', tag('env'), tag('site')), resource('c')]
  expect(keysOf(resources)).toEqual([
    { key: 'env', count: 2 },
    { key: 'site', count: 1 },
  ])
  expect(havingKeys(resources, ['site']).map(({ name }) => name)).toEqual(['b'])
})
