import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect, lastIdPages, markerPages, offsetPages } from './paging.ts'

type Page = { items: number[]; page_info: { next_marker?: string; current_count: number } }

/** A list as the cloud pages it: the marker says where to go on. */
const pageOf = (items: number[], limit: number, marker = '0'): Page => {
  const start = Number(marker)
  const part = items.slice(start, start + limit)
  const end = start + part.length
  return {
    items: part,
    page_info: { current_count: part.length, ...(end < items.length ? { next_marker: String(end) } : {}) },
  }
}

const numbers = fc.nat(40).map((length) => Array.from({ length }, (_, index) => index))
const limits = fc.integer({ min: 1, max: 9 })

test('every item comes once, in order, by marker, by last id and by offset', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, limits, async (items, limit) => {
      const byMarker = markerPages(limit, (query) => Promise.resolve(pageOf(items, query.limit, query.marker)))
      expect(await collect(byMarker, (page) => page.items)).toEqual(items)

      const objects = items.map((id) => ({ id: String(id) }))
      const byId = lastIdPages(limit, ({ limit: size, marker }) => {
        const start = marker === undefined ? 0 : objects.findIndex(({ id }) => id === marker) + 1
        return Promise.resolve(objects.slice(start, start + size))
      })
      expect(await collect(byId, (page) => page)).toEqual(objects)

      const byOffset = offsetPages(limit, ({ limit: size, offset }) =>
        Promise.resolve(items.slice(offset, offset + size)),
      )
      expect(await collect(byOffset, (page) => page)).toEqual(items)
    }),
  )
})

test('a marker that comes again ends the list', async () => {
  let calls = 0
  const pages = markerPages(2, () => {
    calls++
    return Promise.resolve({ items: [calls], page_info: { next_marker: 'same', current_count: 2 } })
  })
  expect(await collect(pages, (page) => page.items)).toEqual([1, 2])
  const ids = lastIdPages(1, () => Promise.resolve([{ id: 'same' }]))
  expect(await collect(ids, (page) => page)).toHaveLength(2)
})

test('a list without page_info is one page', async () => {
  const pages = markerPages(10, () => Promise.resolve({ items: [1], page_info: undefined }))
  expect(await collect(pages, (page) => page.items)).toEqual([1])
})

test('a short page with a marker is the last one, as the printed answers have it', async () => {
  const pages = markerPages(200, () =>
    Promise.resolve({ items: [1, 2], page_info: { next_marker: 'x', current_count: 2 } }),
  )
  expect(await collect(pages, (page) => page.items)).toEqual([1, 2])
})
