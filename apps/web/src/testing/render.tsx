import { QueryClientProvider } from '@tanstack/react-query'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { createQueryClient } from '../api/query-client.ts'

// React asks for this flag where updates are wrapped in act.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

// The tests' browser draws nothing, so it has no top layer to lift a menu into.
if (!('showPopover' in HTMLElement.prototype)) {
  Object.defineProperty(HTMLElement.prototype, 'showPopover', { value: () => undefined })
}

/** Draws something as a page of the console at a path, and gives what a test needs to look at it. */
export const renderAt = async (path: string, element: ReactNode) => {
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  const router = createMemoryRouter(
    [
      { path: '/page', element },
      { path: '*', element: <h1>Elsewhere</h1> },
    ],
    { initialEntries: [path] },
  )
  const root = createRoot(place)
  await act(async () =>
    root.render(
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>,
    ),
  )
  return {
    text: () => document.body.textContent,
    url: () => `${router.state.location.pathname}${router.state.location.search}`,
    place,
    button: (words: string): HTMLElement => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button, a')]
      const found = buttons.find(
        (button) => button.textContent.trim() === words || button.getAttribute('aria-label') === words,
      )
      if (!found) throw new Error(`There is no button ${words} in: ${document.body.textContent}`)
      return found
    },
    click: (element: HTMLElement) => act(async () => element.click()),
    /** Types into the kit's input of that name, as React hears it. */
    type: (name: string, value: string) =>
      act(async () => {
        const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
        if (!input) throw new Error(`There is no input ${name}.`)
        // React overlays the property of the element; the class's own is what typing changes.
        Reflect.set(HTMLInputElement.prototype, 'value', value, input)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        input.dispatchEvent(new Event('change', { bubbles: true }))
      }),
    navigate: (to: string) => act(() => router.navigate(to)),
    unmount: () => act(async () => root.unmount()),
  }
}
