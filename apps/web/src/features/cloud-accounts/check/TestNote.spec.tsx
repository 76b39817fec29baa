// @vitest-environment happy-dom

import { ApiError, type AccountCheck } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { renderAt } from '../../../testing/render.tsx'
import type { AccountTest } from '../form/account-test.ts'
import { TestNote } from './TestNote.tsx'

const nothing: AccountTest = {
  found: undefined,
  error: null,
  isPending: false,
  lacksKeys: false,
  run: () => undefined,
}
const good: AccountCheck = { checked_at: 0, outcome: 'good', features: [], calls: [] }
const invalid = new ApiError({
  status: 400,
  code: 'CONSOLE.INVALID_INPUT',
  message: 'It is not valid.',
  fields: { endpoint: 'It is in a private network.' },
})

test.each<[string, Partial<AccountTest>, string[]]>([
  ['keys that a reload forgot', { lacksKeys: true }, ['enter them again']],
  ['a test under way', { isPending: true }, ['Asking the cloud']],
  ['keys that are taken', { found: good }, ['The cloud takes the keys']],
  [
    'keys that are refused',
    {
      found: {
        ...good,
        outcome: 'failed',
        problem: { code: 'CONSOLE.WRONG_CLOUD_KEY', message: 'The key is wrong.', request_id: 'r-1' },
      },
    },
    ['The cloud cannot be used like this', 'The key is wrong.', 'r-1'],
  ],
  ['what cannot be tested', { error: invalid }, ['It is not valid.', 'It is in a private network.']],
  ['a change since the last test', {}, ['Something changed since the last test']],
])('tells of %s', async (_, change, words) => {
  const page = await renderAt('/page', <TestNote test={{ ...nothing, ...change }} />)
  expect(words.filter((word) => !page.text().includes(word))).toEqual([])
})

test('tests again where somebody asks for it', async () => {
  let runs = 0
  const run = () => {
    runs += 1
  }
  const page = await renderAt('/page', <TestNote test={{ ...nothing, error: invalid, run }} />)
  await page.click(page.button('Test again'))
  expect(runs).toBe(1)
})
