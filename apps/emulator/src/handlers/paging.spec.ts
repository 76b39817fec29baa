import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'
import { pageById, pageByTime } from './paging.ts'

describe('pages by time', () => {
  test('go through everything once, newest first, and end', () => {
    const lists = fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 20 }), (times, limit) => {
        const all = times.map((created_at) => ({ created_at }))
        const seen: number[] = []
        let marker: string | undefined
        for (let pages = 0; pages <= times.length; pages++) {
          const { items, page_info, total_count } = pageByTime(all, { limit, marker }, 200)
          expect(total_count).toBe(times.length)
          expect(page_info.current_count).toBe(items.length)
          seen.push(...items.map(({ created_at }) => created_at))
          marker = page_info.next_marker
          if (marker === undefined) break
        }
        expect(seen).toEqual(times.toSorted((a, b) => b - a))
      }),
    )
  })

  test('an empty page says how many there are', () => {
    expect(pageByTime([{ created_at: 5 }], { limit: 0 }, 200)).toEqual({
      items: [],
      page_info: { current_count: 0 },
      total_count: 1,
    })
  })
})

test('pages by id go on after the marker; an unknown marker leads nowhere', () => {
  const all = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(pageById(all, { limit: 2 })).toEqual([{ id: 'a' }, { id: 'b' }])
  expect(pageById(all, { limit: 2, marker: 'b' })).toEqual([{ id: 'c' }])
  expect(pageById(all, { marker: 'x' })).toEqual([])
})

test('the pages of connections repeat nothing while new ones are made', async () => {
  const cloud = await startCloud({ estate: 'demo' })
  const seen: string[] = []
  let marker: string | undefined
  let total = 0
  do {
    const query = marker === undefined ? { limit: 7 } : { limit: 7, marker }
    const page = (await cloud.call('listVpnConnections', { query })).body
    seen.push(...page.vpn_connections.map(({ id }) => id))
    total = Math.max(total, page.total_count ?? 0)
    marker = page.page_info?.next_marker
    cloud.control.seed(cloud.projectId, { connections: [{ gateway: 'gw-paris', customer_gateway: 'cgw-lyon' }] })
  } while (marker !== undefined)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(37)
  expect(total).toBeGreaterThan(seen.length)
})
