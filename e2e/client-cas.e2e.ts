import { createAuthority } from '@vpn-console/emulator/app'
import { paths } from '../apps/web/src/paths.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'

const dayMs = 86_400_000
const yearMs = 365 * dayMs

const laptops = createAuthority('C=CN,O=example,CN=laptops CA', Date.now())
const tablets = createAuthority('C=CN,O=example,CN=tablets CA', Date.now())
const phones = createAuthority('C=CN,O=example,CN=phones CA', Date.now())

/** What the cloud does not take, and how it is told. */
const bad: [what: string, text: () => string, words: string][] = [
  ['is no CA', () => laptops.issue('client', 'CN=laptop-1', 'laptop-1').certificate, 'This is no CA'],
  ['has expired', () => createAuthority('CN=old CA', Date.now() - 11 * yearMs).certificate, 'This CA has expired'],
  [
    'is not valid yet',
    () => createAuthority('CN=new CA', Date.now() + 9 * dayMs).certificate,
    'This CA is not valid yet',
  ],
  ['is there already', () => laptops.certificate, 'The server already has this CA, as ca-laptops.'],
  ['was cut off', () => tablets.certificate.slice(0, 500), 'is missing'],
  ['is a word', () => 'a certificate', 'This is no certificate in PEM form'],
]

const seedServer = (cloud: TestCloud, type: 'CERT' | 'LOCAL_PASSWORD' = 'CERT') => {
  const { vpn_servers } = cloud.seed({
    p2c_gateways: [
      {
        name: 'p2c-paris',
        server: {
          client_auth_type: type,
          client_ca_certificates: [{ name: 'ca-laptops', content: laptops.certificate }],
        },
      },
    ],
  })
  return vpn_servers[0] ?? ''
}

const open = async (page: Page, cloud: TestCloud, serverId: string) => {
  await page.goto(`${paths.vpnServer({ cloudId: cloud.id, serverId })}?tab=client-cas`)
  await expect(row(page, 'ca-laptops')).toBeVisible()
}

const row = (page: Page, name: string) => page.getByRole('rowheader').filter({ hasText: name })

const choose = async (page: Page, name: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const paste = async (page: Page, text: string) => {
  const field = page.getByRole('dialog').getByRole('textbox', { name: /^Certificates? of/ })
  await field.fill(text)
  // What is no whole certificate is looked at when its owner says that it is all.
  const look = page.getByRole('button', { name: 'Look at this text' })
  if (!text.includes('-----END CERTIFICATE-----')) await look.click()
}

test('client CAs are imported, renamed, replaced and deleted, each step said', async ({ page, cloud }) => {
  await open(page, cloud, seedServer(cloud))
  const dialog = page.getByRole('dialog')

  await test.step('the only one cannot be deleted', async () => {
    await page.getByRole('button', { name: 'Actions for ca-laptops' }).click()
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByText('ca-laptops is the only client CA')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('two at once, and the one that is no CA stays out', async () => {
    await page.getByRole('button', { name: 'Import client CAs' }).click()
    const leaf = laptops.issue('client', 'CN=laptop-1', 'laptop-1')
    await paste(page, `${tablets.certificate}\n${leaf.certificate}\n${leaf.private_key}\n${phones.certificate}`)
    await expect(dialog.getByText('A private key was left out')).toBeVisible()
    await expect(dialog.getByText('The cloud takes it')).toHaveCount(2)
    await expect(dialog.getByText('This is no CA')).toBeVisible()
    await dialog.getByRole('button', { name: 'Import 2 client CAs' }).click()
    await expect(dialog.getByText('2 client CAs imported. The others are as they were.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'tablets-CA')).toBeVisible()
    await expect(row(page, 'phones-CA')).toBeVisible()
  })

  await test.step('another name', async () => {
    await choose(page, 'phones-CA', 'Rename')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('ca phones')
    await dialog.getByRole('button', { name: 'Rename phones-CA' }).click()
    await expect(dialog.getByText('Use 1 to 64 letters')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Name' }).fill('ca-phones')
    await dialog.getByRole('button', { name: 'Rename phones-CA' }).click()
    await expect(row(page, 'ca-phones')).toBeVisible()
  })

  await test.step('another in its place: the new one first, then the old one goes', async () => {
    await choose(page, 'ca-phones', 'Replace')
    const watches = createAuthority('C=CN,O=example,CN=watches CA', Date.now())
    await paste(page, watches.certificate)
    await expect(dialog.getByText('Every client whose certificate was issued by ca-phones')).toBeVisible()
    cloud.fail({ operation: 'deleteClientCa', status: 500, error_code: 'VPN.0002', error_msg: 'server error' })
    await dialog.getByRole('button', { name: 'Replace ca-phones' }).click()
    await expect(dialog.getByText('The new CA is in place, but ca-phones was not deleted')).toBeVisible()
    await expect(row(page, 'watches-CA')).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Delete ca-phones' }).click()
    await expect(dialog).toBeHidden()
    await expect(row(page, 'ca-phones')).toHaveCount(0)
    expect(cloud.callsOf('importClientCa')).toBe(3)
  })

  await test.step('deleted, after its name was typed', async () => {
    await choose(page, 'tablets-CA', 'Delete')
    await expect(dialog.getByText('is locked out')).toBeVisible()
    await dialog.getByRole('textbox').fill('tablets-CA')
    await dialog.getByRole('button', { name: 'Delete tablets-CA' }).click()
    await expect(row(page, 'tablets-CA')).toHaveCount(0)
  })
})

for (const [what, text, words] of bad) {
  test(`a CA that ${what} is answered in words, and nothing is imported`, async ({ page, cloud }) => {
    await open(page, cloud, seedServer(cloud))
    await page.getByRole('button', { name: 'Import client CAs' }).click()
    await paste(page, text())
    await expect(page.getByRole('dialog').getByText(words)).toBeVisible()
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
    expect(cloud.callsOf('importClientCa')).toBe(0)
  })
}

test('certificates of servers and their clients are in the list of all certificates', async ({ page, cloud }) => {
  seedServer(cloud, 'LOCAL_PASSWORD')
  await page.goto(paths.certificates({ cloudId: cloud.id }))
  const ofClients = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'ca-laptops' }) })
  await expect(ofClients.getByText('Client CA')).toBeVisible()
  await ofClients.getByRole('link', { name: 'Server of p2c-paris' }).click()
  await expect(row(page, 'ca-laptops')).toBeVisible()
})
