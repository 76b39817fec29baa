// @vitest-environment happy-dom

import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { Panel } from './Panel.tsx'

const asked = { data: undefined, error: null, isFetching: false, isRefetchError: false, dataUpdatedAt: 0 }

const draw = (change: Partial<Parameters<typeof Panel<string>>[0]['asked']>) => {
  let tries = 0
  const retry = () => {
    tries += 1
  }
  const panel = (
    <Panel<string> title="Gateways" what="the gateways" asked={{ ...asked, refetch: retry, ...change }}>
      {(data) => <p>{data}</p>}
    </Panel>
  )
  return renderAt('/page', panel).then((page) => ({ ...page, tries: () => tries }))
}

test('says what is on its way', async () => {
  const page = await draw({})
  expect(page.text()).toContain('Loading the gateways')
})

test('keeps a failure to itself, and tries again', async () => {
  const page = await draw({ error: new ApiError({ status: 403, code: 'VPN.0403', message: 'Not for you.' }) })
  expect(page.text()).toContain('What is known of the gateways cannot be shown')
  expect(page.text()).toContain('Not for you.')
  await page.click(page.button('Try again'))
  expect(page.tries()).toBe(1)
})

test('keeps what it had, and says since when it is old', async () => {
  const error = new ApiError({ status: 502, code: 'CONSOLE.CLOUD_UNREACHABLE', message: 'Away.' })
  const page = await draw({ data: 'gw-paris', error, isRefetchError: true, dataUpdatedAt: Date.now() })
  expect(page.text()).toContain('gw-paris')
  expect(page.text()).toContain('Not updated since')
  expect(page.text()).not.toContain('cannot be shown')
})

test('is not there for whom the console refuses it', async () => {
  const page = await draw({ error: new ApiError({ status: 403, code: 'CONSOLE.DENIED', message: 'Not for you.' }) })
  expect(page.text()).toBe('')
})
