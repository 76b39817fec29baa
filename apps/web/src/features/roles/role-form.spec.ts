import { patternProblems, type ShownRole } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { knownActions } from '../../api/known-actions.ts'
import { actionGroups } from './action-options.ts'
import {
  copiedValues,
  emptyRole,
  isChanged,
  roleFormSchema,
  toBody,
  valuesOf,
  type RoleFormValues,
} from './role-form.ts'

const support: ShownRole = {
  id: 'support',
  name: 'Support',
  description: 'Reads.',
  actions: ['vpn:*:list'],
  isBuiltIn: true,
  grants: 2,
}
const night: RoleFormValues = { name: 'Night shift', description: '', actions: ['vpn:vpnConnections:*'] }

const wrong = (values: RoleFormValues, id?: string) => {
  const { error } = roleFormSchema([support], knownActions, id).safeParse(values)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

test('what is wrong is told at its field', () => {
  expect(wrong(night)).toEqual({})
  expect(wrong(emptyRole)).toEqual({ name: 'Enter a name.', actions: 'Choose at least one action.' })
  expect(wrong({ ...night, name: ' SUPPORT ' })).toEqual({ name: 'There is a role SUPPORT already.' })
  expect(wrong({ ...night, name: 'Support' }, 'support')).toEqual({})
  expect(wrong({ ...night, actions: ['vpn:nothing:*'] })).toEqual({
    actions: 'vpn:nothing:* covers no action that there is.',
  })
})

test('a copy of a role may do the same under a name of its own', () => {
  expect(copiedValues(support)).toEqual({ name: '', description: '', actions: ['vpn:*:list'] })
  expect(copiedValues({ ...support, isBuiltIn: false })).toMatchObject({ description: 'Reads.' })
})

test('only what differs counts as a change', () => {
  const values = valuesOf(support)
  expect(isChanged({ ...values, name: ' Support ' }, support)).toBe(false)
  expect(isChanged({ ...values, actions: [...values.actions, 'vpn:*:get'] }, support)).toBe(true)
  expect(toBody({ ...values, name: ' Support ' })).toMatchObject({ name: 'Support' })
})

test('all actions can be chosen, each once, and each choice is one that the rules take', () => {
  const values = actionGroups().flatMap(({ options }) => options.map(({ value }) => value))
  expect(new Set(values).size).toBe(values.length)
  expect(values).toEqual(expect.arrayContaining([...knownActions.cloud, ...knownActions.console]))
  for (const value of values) expect(patternProblems([value], knownActions)).toEqual([])
})
