import { ownError } from '@vpn-console/api-client'
import { afterEach, describe, expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import type { Column } from './columns.ts'
import { ResourceTable, type ResourceTableProps } from './ResourceTable.tsx'

type Gateway = { id: string; name: string }

const columns: Column<Gateway>[] = [
  { id: 'name', header: 'Name', value: ({ name }) => name, filter: 'text', isRowHeader: true },
  { id: 'id', header: 'Id', value: ({ id }) => id, filter: 'text', isHidden: true },
]

const gateways = Array.from({ length: 60 }, (_, index) => ({ id: `id-${index + 1}`, name: `gw-${index + 1}` }))

let page: Awaited<ReturnType<typeof renderAt>> | undefined

const show = async (path: string, props: Partial<ResourceTableProps<Gateway>>) => {
  page = await renderAt(
    path,
    <ResourceTable
      id="gateways"
      words={{ one: 'gateway', many: 'gateways' }}
      items={gateways}
      columns={columns}
      idOf={({ id }) => id}
      nameOf={({ name }) => name}
      sortedBy="name"
      empty={{ text: 'Create the first.', action: <button type="button">Create gateway</button> }}
      {...props}
    />,
  )
  return page
}

const rowNames = () => [...document.querySelectorAll('tbody th[scope="row"]')].map(({ textContent }) => textContent)

afterEach(async () => {
  await page?.unmount()
  localStorage.clear()
})

describe('the endings', () => {
  test('loading', async () => {
    const { text } = await show('/page', { items: undefined })
    expect(text()).toContain('Loading the gateways')
  })

  test('empty, with what makes the first', async () => {
    const { text, button } = await show('/page', { items: [] })
    expect(text()).toContain('No gateways')
    expect(button('Create gateway')).toBeDefined()
  })

  test('no match, with a way back to all', async () => {
    const { text, button, click, url } = await show('/page?filter=name:paris&tab=a', {})
    expect(text()).toContain('No gateway matches the filter')
    await click(button('Clear filter'))
    expect(url()).toBe('/page?tab=a')
    expect(rowNames()).toHaveLength(50)
  })

  test('failed, with what was said and another try', async () => {
    let tries = 0
    const { text, button, click } = await show('/page', {
      items: undefined,
      error: ownError('CONSOLE.CLOUD_TIMEOUT'),
      onRetry: () => {
        tries += 1
      },
    })
    expect(text()).toContain('The gateways could not be loaded')
    expect(text()).toContain('The cloud did not answer in time.')
    await click(button('Try again'))
    expect(tries).toBe(1)
  })
})

test('filter, sort and page come from the URL', async () => {
  await show('/page?filter=name:gw-1&sort=-name', {})
  expect(rowNames().slice(0, 3)).toEqual(['gw-19', 'gw-18', 'gw-17'])
  await page?.navigate('/page?page=2')
  expect(rowNames()).toEqual(['gw-51', 'gw-52', 'gw-53', 'gw-54', 'gw-55', 'gw-56', 'gw-57', 'gw-58', 'gw-59', 'gw-60'])
})

test('columns and page size are those that somebody chose before', async () => {
  localStorage.setItem('vpn-console.table.gateways', '{"pageSize":20,"hidden":[],"wrapLines":false}')
  const { text } = await show('/page', {})
  expect(rowNames()).toHaveLength(20)
  expect(text()).toContain('id-20')
})

test('what is chosen stays chosen when the data is new', async () => {
  await show('/page', { items: gateways.map((gateway) => ({ ...gateway })), selected: new Set(['id-2']) })
  const chosen = [...document.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')]
  expect(chosen.findIndex(({ checked }) => checked)).toBe(1)
})

test('the menu of a row is named after it, and says what cannot be done and why', async () => {
  let deleted = ''
  const { button, click, text } = await show('/page', {
    actionsOf: ({ name }) => [
      { id: 'edit', text: 'Edit', disabledReason: `${name} is being created.` },
      { id: 'delete', text: 'Delete', onChoose: () => (deleted = name) },
    ],
  })
  await click(button('Actions for gw-2'))
  expect(text()).toContain('gw-2 is being created.')
  await click(button('Edit'))
  expect(deleted).toBe('')
  await click(button('Delete'))
  expect(deleted).toBe('gw-2')
})

describe('rows of several items', () => {
  const pairs = { groupOf: ({ id }: Gateway) => (id === 'id-2' ? 'id-1' : id), linesOf: () => 1 as const }

  test('stand together under both names, and are counted', async () => {
    const { text } = await show('/page', pairs)
    expect(rowNames()[0]).toBe('gw-1gw-2')
    expect(rowNames()).toHaveLength(50)
    expect(text()).toContain('60 gateways in 59 rows')
  })

  test('are chosen together, and only what is chosen whole shows as chosen', async () => {
    let chosen: ReadonlySet<string> = new Set(['id-2'])
    const { place, click } = await show('/page', { ...pairs, selected: chosen, onSelect: (ids) => (chosen = ids) })
    const boxes = [...place.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]')]
    expect(boxes[0]?.checked).toBe(false)
    if (boxes[0]) await click(boxes[0])
    expect([...chosen].toSorted()).toEqual(['id-1', 'id-2'])
  })

  test('stay together where a search means one of them, which is marked', async () => {
    const { text, place } = await show('/page?find=gw-2', pairs)
    expect(rowNames()[0]).toContain('gw-1')
    expect(text()).toContain('11 of 60 gateways match “gw-2”, in 11 rows')
    expect(place.querySelectorAll('[aria-label="matches the filter"]')).toHaveLength(1)
  })
})
