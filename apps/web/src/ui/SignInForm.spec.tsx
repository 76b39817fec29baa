import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { act } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderAt } from '../testing/render.tsx'
import { SignInForm } from './SignInForm.tsx'

// The browser that the tests run in; its own types are not those of a page.
const { happyDOM: happyDom } = window as unknown as { happyDOM: { setURL: (url: string) => void } }

const session = {
  user: { id: 'p-1', name: 'lyon', roles: [], method: 'password', hasSecondFactor: true },
  csrfToken: 'token',
  clouds: [],
  actions: [],
  isVpnUser: false,
  groups: [],
  idleUntil: 1,
  endsAt: 2,
}
const refusal = (code: string, message: string) => ({ status: 401, body: { error_code: code, error_msg: message } })

let received: unknown[] = []
let answers: { status: number; body: unknown }[] = []
const server = createServer((request, response) => {
  let text = ''
  request.on('data', (part) => {
    text += String(part)
  })
  request.on('end', () => {
    received.push(JSON.parse(text))
    const { status, body } = answers.shift() ?? { status: 500, body: {} }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
})

beforeEach(async () => {
  received = []
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // a TCP server has one
  happyDom.setURL(`http://127.0.0.1:${port}/sign-in`)
})
afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
)

const start = async () => {
  const onSignedIn = vi.fn()
  const page = await renderAt('/page', <SignInForm onSignedIn={onSignedIn} />)
  const send = async () => {
    const count = received.length
    await page.click(page.button('Sign in'))
    await act(() => vi.waitFor(() => expect(received).toHaveLength(count + 1)))
  }
  const typeBoth = async () => {
    await page.type('username', 'lyon')
    await page.type('password', 'a-good-password')
  }
  const sees = (words: string) => act(() => vi.waitFor(() => expect(page.text()).toContain(words)))
  return { ...page, onSignedIn, send, typeBoth, sees }
}

test('the code is asked for after the password, again where it was wrong, and sent with both', async () => {
  const { send, typeBoth, type, sees, onSignedIn, text } = await start()
  answers = [
    refusal('CONSOLE.CODE_NEEDED', 'Enter the code.'),
    refusal('CONSOLE.WRONG_CODE', 'This code is wrong.'),
    { status: 200, body: session },
  ]
  await typeBoth()
  await send()
  await sees('authenticator app shows for lyon')
  expect(text()).not.toContain('Enter the code.')
  await type('code', '111111')
  await send()
  await sees('This code is wrong.')
  await type('code', ' 222 222 ')
  await send()
  await act(() => vi.waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce()))
  const given = { userName: 'lyon', password: 'a-good-password' }
  expect(received).toEqual([given, { ...given, code: '111111' }, { ...given, code: '222 222' }])
})

test('who has to wait is told how long, and begins with the password again', async () => {
  const { send, typeBoth, type, sees, place } = await start()
  const wait = 'Too many failed sign-ins. Try again in 4 minutes.'
  answers = [
    refusal('CONSOLE.CODE_NEEDED', 'Enter the code.'),
    { status: 429, body: { error_code: 'CONSOLE.LOCKED', error_msg: wait } },
  ]
  await typeBoth()
  await send()
  await sees('authenticator app')
  await type('code', '111111')
  await send()
  await sees(wait)
  expect(place.querySelector<HTMLInputElement>('input[name="username"]')?.value).toBe('lyon')
  expect(place.querySelector<HTMLInputElement>('input[name="password"]')?.value).toBe('')
})
