import type { VpnUserGroup } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { groupFormSchema, groupRefuses, toCreateBody, toUpdateBody } from './group-form.ts'

const staff: VpnUserGroup = { id: 'g1', name: 'staff', description: 'All of Paris', type: 'Custom' }

const messages = (values: { name: string; description: string }, group?: VpnUserGroup) =>
  groupFormSchema([staff], group)
    .safeParse(values)
    .error?.issues.map(({ message }) => message)

test.each([
  ['', 'Use 1 to 64 letters, digits, underscores or hyphens.'],
  ['all of us', 'Use 1 to 64 letters, digits, underscores or hyphens.'],
  ['staff', 'There is a group staff already.'],
])('the name "%s" is refused for a new group', (name, message) => {
  expect(new Set(messages({ name, description: '' }))).toEqual(new Set([message]))
})

test('a group keeps its own name, and may be given one that a new group may not have', () => {
  expect(messages({ name: 'staff', description: '' }, staff)).toBeUndefined()
  expect(messages({ name: 'all of us', description: '' }, staff)).toBeUndefined()
  expect(messages({ name: '', description: '' }, staff)).toHaveLength(1)
})

test('only what was typed or changed is sent', () => {
  expect(toCreateBody({ name: 'staff', description: '' })).toEqual({ user_group: { name: 'staff' } })
  expect(toUpdateBody({ name: 'staff', description: '' }, staff)).toEqual({ user_group: { description: '' } })
  expect(toUpdateBody({ name: 'team', description: 'All of Paris' }, staff)).toEqual({ user_group: { name: 'team' } })
})

test('the default group says why it stays', () => {
  expect(groupRefuses({ type: 'Default' })).toContain('the service’s own')
  expect(groupRefuses(staff)).toBeUndefined()
})
