import { builtInRoles, type ShownRole } from '@vpn-console/api-client'
import { act } from 'react'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { filterRows } from './matrix-filter.ts'
import { RoleMatrix } from './RoleMatrix.tsx'
import { roleRows } from './role-rows.ts'

const roles: ShownRole[] = builtInRoles.map((role) => ({
  ...role,
  actions: [...role.actions],
  isBuiltIn: true,
  grants: 0,
}))
const gateways = filterRows(roleRows, { find: '', resource: 'VPN gateways', shows: '' })

const cell = (what: string) => {
  const found = document.querySelector<HTMLButtonElement>(`button[data-what="${what}"]`)
  if (!found) throw new Error(what)
  return found
}
const press = (key: string) =>
  act(async () => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
const focused = () =>
  document.activeElement instanceof HTMLElement ? document.activeElement.dataset['what'] : undefined

test('every cell says yes or no, and why', async () => {
  await renderAt('/page', <RoleMatrix rows={gateways} roles={roles} />)
  expect(cell('Administrator, createVgw').textContent).toBe('Yes. By *, which covers vpn:vpnGateways:create.')
  expect(cell('Support, createVgw').textContent).toBe('No. It lacks vpn:vpnGateways:create.')
  expect(document.querySelectorAll('tbody td')).toHaveLength(gateways.length * roles.length)
})

test('arrow keys go from cell to cell, tab stops once, and the reason of the cell is told in full', async () => {
  const { text } = await renderAt('/page', <RoleMatrix rows={gateways} roles={roles} />)
  const first = `Administrator, ${gateways[0]?.name ?? ''}`
  const stops = () =>
    [...document.querySelectorAll<HTMLElement>('tbody [tabindex="0"]')].map((stop) => stop.dataset['what'])
  expect(stops()).toEqual([first])
  await act(async () => cell(first).focus())
  await press('ArrowRight')
  await press('ArrowRight')
  await press('ArrowDown')
  const there = `Support, ${gateways[1]?.name ?? ''}`
  expect(focused()).toBe(there)
  expect(stops()).toEqual([there])
  expect(text()).toContain(`${there}: ${cell(there).textContent}`)
  await press('ArrowUp')
  await press('Home')
  expect(focused()).toBe(first)
})

test('where nothing matches it says so', async () => {
  const { text } = await renderAt('/page', <RoleMatrix rows={[]} roles={roles} />)
  expect(text()).toContain('No operation matches the filter.')
})
