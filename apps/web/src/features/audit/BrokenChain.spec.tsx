import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { BrokenChain } from './BrokenChain.tsx'

test('an altered entry is led to, with what that means', async () => {
  const problem = { kind: 'altered' as const, message: 'An entry was altered.', entry_id: 'a-1', at: 1_000 }
  const page = await renderAt('/page', <BrokenChain problem={problem} />)
  expect(page.text()).toContain('An entry was altered. What it says now is not what the console wrote.')
  await page.click(page.button('Show the entry'))
  expect(page.url()).toBe('/administration/audit/a-1')
})

test('what is not there any more has no link', async () => {
  const problem = { kind: 'missing' as const, message: 'An entry is not there.', entry_id: 'a-1' }
  const page = await renderAt('/page', <BrokenChain problem={problem} />)
  expect(() => page.button('Show the entry')).toThrow('no button')
  expect(page.text()).toContain('It was deleted in the database.')
})
