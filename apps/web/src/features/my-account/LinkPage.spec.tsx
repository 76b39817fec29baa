import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import LinkPage from './LinkPage.tsx'

test('a link without its token says what to do', async () => {
  const page = await renderAt('/page', <LinkPage />)
  expect(page.text()).toContain('This link cannot be used')
  expect(page.text()).toContain('administrator')
  await page.unmount()
})
