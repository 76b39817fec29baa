// @vitest-environment happy-dom

import { cloudFeatureIds, type AccountCheck } from '@vpn-console/api-client'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { act } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderAt } from '../../../testing/render.tsx'
import { emptyAccount, type AccountValues } from './account-form.ts'
import { AccountTestContext, useAccountTest, useAccountTesting } from './account-test.ts'

// The browser that the tests run in; its own types are not those of a page.
const { happyDOM: happyDom } = window as unknown as { happyDOM: { setURL: (url: string) => void } }

let server: Server
let tested: { region: string; project_id?: string }[] = []

beforeEach(async () => {
  tested = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += String(part)
    })
    request.on('end', () => {
      tested.push(JSON.parse(body))
      const check: AccountCheck = {
        checked_at: 0,
        outcome: 'good',
        projects: [{ id: 'p-1', name: 'eu-west-101' }],
        features: [],
        calls: [],
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(check))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // a TCP server has one
  happyDom.setURL(`http://127.0.0.1:${port}/page`)
})

afterEach(
  () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
)

const Step = ({ isOfProject }: { isOfProject: boolean }) => {
  const { found, lacksKeys, run } = useAccountTest({ isOfProject })
  return (
    <>
      <output>{lacksKeys ? 'keys missing' : found ? `found ${found.projects?.length ?? 0}` : 'nothing known'}</output>
      <button type="button" onClick={run}>
        Test
      </button>
    </>
  )
}

const Wizard = ({ values, isOfProject }: { values: Partial<AccountValues>; isOfProject: boolean }) => {
  const testing = useAccountTesting()
  const form = useForm<AccountValues>({
    defaultValues: { ...emptyAccount(cloudFeatureIds), region: 'eu-west-101', ak: 'ak', sk: 'sk', ...values },
  })
  return (
    <AccountTestContext value={testing}>
      <FormProvider {...form}>
        <Step isOfProject={isOfProject} />
        <button type="button" onClick={() => form.setValue('projectId', 'p-1')}>
          Choose
        </button>
      </FormProvider>
    </AccountTestContext>
  )
}

/** Lets the answer of the server come in. */
const until = (isReached: () => boolean) => act(() => vi.waitFor(() => expect(isReached()).toBe(true)))

test('begins by itself, once, and what it found of the keys holds whatever project is chosen', async () => {
  const page = await renderAt('/page', <Wizard values={{}} isOfProject={false} />)
  await until(() => page.text().includes('found 1'))
  await page.click(page.button('Choose'))
  expect(page.text()).toContain('found 1')
  expect(tested).toHaveLength(1)
})

test('of the permissions holds for its project only', async () => {
  const page = await renderAt('/page', <Wizard values={{}} isOfProject />)
  await until(() => page.text().includes('found 1'))
  await page.click(page.button('Choose'))
  expect(page.text()).toContain('nothing known')
  await page.click(page.button('Test'))
  await until(() => page.text().includes('found 1'))
  expect(tested.map(({ project_id }) => project_id)).toEqual([undefined, 'p-1'])
})

test('does not begin without keys', async () => {
  const page = await renderAt('/page', <Wizard values={{ sk: '' }} isOfProject={false} />)
  expect(page.text()).toContain('keys missing')
  expect(tested).toEqual([])
})
