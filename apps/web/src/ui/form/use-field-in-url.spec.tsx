import { afterEach, expect, test, vi } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { useFieldInUrl } from './use-field-in-url.ts'

const Form = () => {
  useFieldInUrl()
  return (
    <form>
      <div data-field="name">
        <input aria-label="Name" />
      </div>
      <div data-field="rules.0.source">
        <input aria-label="Source" />
      </div>
    </form>
  )
}

const focused = () => document.activeElement?.getAttribute('aria-label')
const marked = () => [...document.querySelectorAll<HTMLElement>('[data-wanted]')].map(({ dataset }) => dataset['field'])

afterEach(() => document.body.replaceChildren())

test('a field that the URL names is focused and marked, until another is focused', async () => {
  await renderAt('/page?field=name', <Form />)
  await vi.waitFor(() => expect(focused()).toBe('Name'))
  expect(marked()).toEqual(['name'])
  document.querySelector<HTMLElement>('[aria-label="Source"]')?.focus()
  expect(marked()).toEqual([])
})

test('of a list its first field is meant', async () => {
  await renderAt('/page?field=rules', <Form />)
  await vi.waitFor(() => expect(focused()).toBe('Source'))
})

test.each(['', '?field=', '?field=unknown', '?field=na', '?field=%22%5D%5Bx'])('%j changes nothing', async (search) => {
  await renderAt(`/page${search}`, <Form />)
  // Were a field wanted, it would be marked in the next frame.
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  expect(marked()).toEqual([])
  expect(focused()).not.toBe('Name')
})
