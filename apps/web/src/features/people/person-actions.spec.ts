import type { PersonView } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { personActions } from './person-actions.ts'

const lyon: PersonView = {
  id: 'p-1',
  name: 'lyon',
  contact: '',
  source: 'password',
  state: 'active',
  created_at: 0,
  has_second_factor: false,
  roles: [],
}

/** Which actions can be chosen. */
const offered = (person: Partial<PersonView>, { ownId = 'p-2', may = true } = {}) =>
  personActions({
    person: { ...lyon, ...person },
    ownId,
    denied: (action) => (may ? undefined : `Your roles do not include ${action}.`),
    open: () => {},
  })
    .filter(({ disabledReason }) => disabledReason === undefined)
    .map(({ id }) => id)

test.each([
  ['active', {}, ['edit', 'link', 'sign-out', 'switch', 'delete']],
  ['one who waits', { state: 'locked', locked_until: 1 }, ['edit', 'link', 'unlock', 'sign-out', 'switch', 'delete']],
  ['disabled', { state: 'disabled' }, ['edit', 'sign-out', 'switch', 'delete']],
  ['of the provider', { source: 'sso' }, ['edit', 'sign-out', 'switch', 'delete']],
  [
    'with a second factor',
    { has_second_factor: true },
    ['edit', 'link', 'second-factor', 'sign-out', 'switch', 'delete'],
  ],
] satisfies [string, Partial<PersonView>, string[]][])('about somebody %s', (_name, person, expected) => {
  expect(offered(person)).toEqual(expected)
})

test('nobody disables or deletes himself', () => {
  expect(offered({}, { ownId: 'p-1' })).toEqual(['edit', 'link', 'sign-out'])
})

test('what is denied says which permission is missing', () => {
  expect(offered({}, { may: false })).toEqual([])
})
