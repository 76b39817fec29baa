import { act, useCallback } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider, useSearchParams } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useFind } from './use-find.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const List = () => {
  const [search, setSearch] = useSearchParams()
  const write = useCallback((find: string) => setSearch({ find }, { replace: true }), [setSearch])
  const { find, type } = useFind(search.get('find') ?? '', write)
  return (
    <button type="button" onClick={() => type('gw-2')}>
      {find}
    </button>
  )
}

/** A list, and a page whose data takes as long as the test wants. */
const show = async () => {
  let finish: (data: null) => void = () => undefined
  const data = new Promise<null>((resolve) => {
    finish = resolve
  })
  const router = createMemoryRouter(
    [
      { path: '/list', element: <List /> },
      { path: '/slow', element: <h1>There</h1>, loader: () => data },
    ],
    { initialEntries: ['/list'] },
  )
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  await act(async () => createRoot(place).render(<RouterProvider router={router} />))
  return {
    router,
    type: () => act(async () => place.querySelector('button')?.click()),
    wait: (ms: number) => act(async () => vi.advanceTimersByTime(ms)),
    finish: () => act(async () => finish(null)),
  }
}

test('what is typed is in the URL a moment later', async () => {
  const { router, type, wait } = await show()
  await type()
  expect(router.state.location.search).toBe('')
  await wait(400)
  expect(router.state.location.search).toBe('?find=gw-2')
})

test('who follows a link at once gets there, however long its page takes', async () => {
  const { router, type, wait, finish } = await show()
  await type()
  let arrived: Promise<void> | undefined
  await act(async () => {
    arrived = router.navigate('/slow')
  })
  await wait(1_000)
  await finish()
  await act(() => arrived ?? Promise.resolve())
  expect(router.state.location.pathname).toBe('/slow')
})
