import { paths } from '../apps/web/src/paths.ts'
import { expect, type Page, type TestCloud } from './fixtures.ts'

/** Goes on to the next step and waits for it, so that a refused step fails here and not later. */
export const next = async (page: Page, heading: string) => {
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: heading, level: 2 })).toBeVisible()
}

/** Chooses one of a select's options by its text. */
export const choose = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('button', { name: new RegExp(`^${label} (?!.*enter an id)`) }).click()
  await page.getByRole('option', { name: option }).click()
}

/** A status word of the page; live regions repeat words for screen readers, so the first one counts. */
export const word = (page: Page, text: string) => page.getByText(text, { exact: true }).first()

/** Builds a gateway with the wizard's own defaults and waits until the page says that it runs. */
export const createGateway = async (page: Page, cloud: TestCloud, name: string) => {
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await page.getByRole('link', { name: 'Create VPN gateway' }).first().click()
  await expect(page.getByRole('heading', { name: 'Network', level: 2 })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Interconnection subnet subnet/ })).toBeVisible()
  await next(page, 'Capacity and zones')
  await next(page, 'Addresses')
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
  await page.getByRole('button', { name: 'Create VPN gateway' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(word(page, 'Running')).toBeVisible({ timeout: 40_000 })
  // It comes above the page a moment later, and moves what is to be clicked next.
  await expect(page.getByText(`VPN gateway ${name} was created.`).first()).toBeVisible()
}

export const createCustomerGateway = async (
  page: Page,
  cloud: TestCloud,
  name: string,
  address: string,
  asn?: number,
) => {
  await page.goto(paths.customerGatewayNew({ cloudId: cloud.id }))
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'IP address' }).fill(address)
  if (asn) await page.getByRole('textbox', { name: /^BGP ASN/ }).fill(String(asn))
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

export type Mode = 'Static' | 'BGP' | 'Policy'

const fillTraffic = async (page: Page, mode: Mode) => {
  await page.getByRole('tab', { name: mode, exact: true }).click()
  await page.getByRole('textbox', { name: 'Peer subnets' }).fill('172.20.0.0/16')
  if (mode !== 'Policy') return
  await page.getByRole('textbox', { name: 'Source of rule 1' }).fill('192.168.0.0/24')
  await page.getByRole('textbox', { name: 'Destinations of rule 1' }).fill('172.20.0.0/16')
}

/** Builds a pair of connections from a gateway's page, with a key made there or given; ends on the first one's page. */
export const createPair = async (
  page: Page,
  gateway: string,
  customer: string,
  mode: Mode,
  name: string,
  psk?: string,
) => {
  await page.getByRole('link', { name: 'Create connection' }).first().click()
  await expect(page.getByRole('button', { name: `VPN gateway ${gateway}`, exact: true })).toBeVisible()
  await choose(page, 'Customer gateway', new RegExp(customer))
  await next(page, 'Traffic')
  await fillTraffic(page, mode)
  await next(page, 'Security')
  if (psk === undefined) await page.getByRole('button', { name: 'Generate key', exact: true }).click()
  else await page.getByRole('textbox', { name: 'Pre-shared key' }).fill(psk)
  await expect(page.getByRole('heading', { name: 'Security', level: 2 })).toBeVisible()
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'The request', level: 2 })).toBeVisible()
  await page.getByRole('button', { name: 'Create connection pair' }).click()
  await expect(page.getByRole('heading', { name: `${name}-1`, level: 1 })).toBeVisible()
}

/** Deletes what the page shows, typing its name where the dialog asks for it. */
export const deleteShown = async (page: Page, name: string) => {
  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`^Delete .*${name}`) })
  const confirmation = dialog.getByRole('textbox')
  await expect(dialog).toBeVisible()
  if (await confirmation.isVisible()) await confirmation.fill(name)
  await dialog.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(dialog).toBeHidden()
}
