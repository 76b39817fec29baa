import {
  caCertificate,
  encryptionCertificate,
  encryptionKey,
  expiredCertificate,
  otherKey,
  rsaCertificate,
  signatureCertificate,
  signatureKey,
} from '../apps/web/src/features/vpn-gateways/certificate/testing.ts'
import { paths } from '../apps/web/src/paths.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, word } from './wizards.ts'

test.use({ estate: 'demo' })

const paris = 'b32d91a4-demo-a8df-va86-e907174eb11d'
const lisbon = '620d99b8-demo-a8df-va86-200b868f2d7d'
const madrid = '8030f6d6-demo-4d20-a7f8-50a7a826e2f8'
const shanghai = '768b2790-ccc9-4257-91b3-e008747db9e6'

const list = (cloud: TestCloud) => paths.vpnGateways({ cloudId: cloud.id })
const pageOf = (cloud: TestCloud, gatewayId: string) => paths.vpnGateway({ cloudId: cloud.id, gatewayId })

const openRow = async (page: Page, cloud: TestCloud, name: string) => {
  await page.goto(list(cloud))
  await page.getByRole('rowheader', { name }).getByRole('link').click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const chooseAction = async (page: Page, cloud: TestCloud, name: string, action: string) => {
  await page.goto(list(cloud))
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const value = (page: Page, label: string) => page.locator(`dt:text-is("${label}") + dd`).first()

const expectRefusal = async (page: Page, button: string, reason: RegExp) => {
  const found = page.getByRole('button', { name: button })
  await expect(found).toHaveAttribute('aria-disabled', 'true')
  await expect(found).toHaveAccessibleDescription(reason)
}

test.describe('the specification', () => {
  test('is changed with what it means in sight, and followed to its end', async ({ page, cloud }) => {
    await chooseAction(page, cloud, 'gw-paris', 'Change the specification')
    await expect(page.getByRole('radio', { name: 'Professional1 (now)' })).toBeChecked()
    await expect(page.getByRole('radio')).toHaveCount(3)

    await page.getByRole('radio', { name: 'Basic' }).check()
    await expect(page.getByText('instead of 300 Mbit/s')).toBeVisible()
    await expect(page.getByText(/^EIP 1 \(10\.1\.1\.134\) has 300 Mbit\/s/)).toBeVisible()
    await expect(page.getByRole('list', { name: 'Connections on this gateway' })).toContainText('vpn-paris-lyon-1')

    await page.getByRole('radio', { name: 'Professional2' }).check()
    await page.getByRole('button', { name: 'Change gw-paris to Professional2' }).click()
    await expect(page.getByText('Confirm the change.')).toBeVisible()
    expect(cloud.callsOf('updatePostpaidVgwSpecification')).toBe(0)

    await page.getByRole('checkbox', { name: /Change gw-paris from Professional1 to Professional2/ }).check()
    await page.getByRole('button', { name: 'Change gw-paris to Professional2' }).click()
    await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
    await expect(page.getByText('VPN gateway gw-paris was updated.')).toBeVisible({ timeout: 30_000 })
    await expect(value(page, 'Specification')).toContainText('Professional2')
  })

  test('that the cloud refuses stays as it is, with the reason, and nothing chosen is lost', async ({
    page,
    cloud,
  }) => {
    cloud.fail({
      operation: 'updatePostpaidVgwSpecification',
      status: 400,
      error_code: 'VPN.0001',
      error_msg: 'invalid request: the gateway is billed yearly/monthly',
    })
    await page.goto(paths.vpnGatewaySpecification({ cloudId: cloud.id, gatewayId: paris }))
    await page.getByRole('radio', { name: 'Professional2' }).check()
    await page.getByRole('checkbox', { name: /^Change gw-paris/ }).check()
    await page.getByRole('button', { name: 'Change gw-paris to Professional2' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('gw-paris was not changed')
    await expect(alert).toContainText('billed yearly/monthly')
    await expect(page.getByRole('radio', { name: 'Professional2' })).toBeChecked()
  })

  test('of a gateway for which nothing else is offered, or that is frozen, says why', async ({ page, cloud }) => {
    await page.goto(paths.vpnGatewaySpecification({ cloudId: cloud.id, gatewayId: shanghai }))
    await expect(page.getByText('The cloud offers no other specification for gw-shanghai.').first()).toBeVisible()
    cloud.control.setStatus(cloud.projectId, paris, 'FREEZED')
    await page.goto(list(cloud))
    await page.getByRole('button', { name: 'Actions for gw-paris' }).click()
    const item = page.getByRole('menuitem', { name: 'Change the specification' })
    await expect(item).toHaveAccessibleDescription('gw-paris is frozen.')
  })
})

test.describe('an EIP', () => {
  test('is exchanged: what goes down and what to change at the devices is named before', async ({ page, cloud }) => {
    await openRow(page, cloud, 'gw-paris')
    await page.getByRole('link', { name: 'Exchange EIP 1' }).click()
    await expect(page.getByRole('heading', { name: 'Exchange EIP 1 of gw-paris', level: 1 })).toBeVisible()
    await choose(page, 'New EIP', /^88\.1\.2\.102/)
    const affected = page.getByRole('list', { name: 'Connections at 10.1.1.134' })
    await expect(affected).toContainText('vpn-paris-lyon-1')
    await expect(affected).toContainText('On cgw-lyon (88.1.8.164): change the address of the VPN gateway')
    await expect(affected).toContainText('from 10.1.1.134 to 88.1.2.102')
    await page.getByRole('checkbox', { name: /^Exchange 10\.1\.1\.134 for 88\.1\.2\.102, knowing/ }).check()
    await page.getByRole('button', { name: 'Exchange EIP 1' }).click()
    await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
    await expect(value(page, 'EIP 1')).toContainText('88.1.2.102')
    await expect(page.getByText('VPN gateway gw-paris was updated.')).toBeVisible({ timeout: 30_000 })
    expect(cloud.callsOf('updatePublicip')).toBe(1)
  })

  test('that is unbound while the new one is refused can be replaced by another try', async ({ page, cloud }) => {
    cloud.fail({ operation: 'updateVgw', status: 400, error_code: 'VPN.0553', error_msg: 'EIP has been bound.' })
    await page.goto(paths.vpnGatewayEip({ cloudId: cloud.id, gatewayId: paris, slot: 1 }))
    await choose(page, 'New EIP', /^88\.1\.2\.102/)
    await page.getByRole('checkbox', { name: /^Exchange/ }).check()
    await page.getByRole('button', { name: 'Exchange EIP 1' }).click()
    await expect(page.getByRole('alert')).toContainText('10.1.1.134 is unbound, but the new EIP was not bound')
    await expect(page.getByText('None is bound')).toBeVisible()
    await page.getByRole('button', { name: 'Exchange EIP 1' }).click()
    await expect(page.getByRole('heading', { name: 'gw-paris', level: 1 })).toBeVisible()
    await expect(value(page, 'EIP 1')).toContainText('88.1.2.102')
    expect(cloud.callsOf('updatePublicip')).toBe(1)
  })

  test('is bound where none is', async ({ page, cloud }) => {
    await page.goto(pageOf(cloud, lisbon))
    await expect(page.getByText('It has no address: bind an EIP before anything can connect.')).toBeVisible()
    await page.getByRole('link', { name: 'Bind EIP 2' }).click()
    await choose(page, 'New EIP', /^88\.1\.2\.188/)
    await page.getByRole('checkbox', { name: 'Bind 88.1.2.188 to gw-lisbon.' }).check()
    await page.getByRole('button', { name: 'Bind EIP 2' }).click()
    await expect(page.getByRole('heading', { name: 'gw-lisbon', level: 1 })).toBeVisible()
    await expect(value(page, 'EIP 2')).toContainText('88.1.2.188')
    expect(cloud.callsOf('updatePublicip')).toBe(0)
  })
})

test.describe('the policy template', () => {
  test('is changed, a wrong lifetime caught at its field, and shown on the overview', async ({ page, cloud }) => {
    await chooseAction(page, cloud, 'gw-helsinki', 'Edit the policy template')
    await choose(page, 'DH group', 'Group 21')
    const lifetime = page.getByRole('textbox', { name: 'IKE SA lifetime' })
    await lifetime.fill('10')
    await page.getByRole('button', { name: 'Save the template of gw-helsinki' }).click()
    await expect(lifetime).toHaveAccessibleDescription(/60 to 604800/)
    expect(cloud.callsOf('updateVgw')).toBe(0)
    await lifetime.fill('43200')
    await expect(page.getByRole('list', { name: 'Connections by this template' })).toContainText('cgw-tampere')
    await page.getByRole('button', { name: 'Save the template of gw-helsinki' }).click()
    await expect(page.getByRole('heading', { name: 'gw-helsinki', level: 1 })).toBeVisible()
    await expect(value(page, 'DH group')).toHaveText('Group 21')
    await expect(value(page, 'IKE SA lifetime')).toHaveText('43200 s (12 h)')
  })

  test('of another gateway does not exist, and says so', async ({ page, cloud }) => {
    await page.goto(paths.vpnGatewayPolicyTemplate({ cloudId: cloud.id, gatewayId: paris }))
    await expect(page.getByText(/only gateways with a NonFixedIP specification/).first()).toBeVisible()
  })
})

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

const signatureKeyField = 'Private key of the signature certificate'
const encryptionKeyField = 'Private key of the encryption certificate'

const fillCertificates = async (page: Page) => {
  await field(page, 'Signature certificate').fill(signatureCertificate)
  await field(page, signatureKeyField).fill(signatureKey)
  await field(page, 'Encryption certificate').fill(encryptionCertificate)
  await field(page, encryptionKeyField).fill(encryptionKey)
  await field(page, 'CA certificate').fill(caCertificate)
}

test.describe('GM certificates', () => {
  test('are uploaded once each wrong one has been put right, and no key stays behind', async ({ page, cloud }) => {
    const { gateways } = cloud.seed({ gateways: [{ name: 'gw-tianjin', flavor: 'GM' }] })
    await page.goto(`${pageOf(cloud, gateways[0] ?? '')}?tab=certificate`)
    await expect(page.getByText('No certificates yet')).toBeVisible()
    await page.getByRole('link', { name: 'Upload certificates' }).click()

    await field(page, 'Signature certificate').fill(expiredCertificate)
    await field(page, signatureKeyField).fill(otherKey)
    await field(page, 'Encryption certificate').fill(caCertificate)
    await field(page, 'CA certificate').fill(rsaCertificate)
    await page.keyboard.press('Tab')
    await expect(field(page, 'CA certificate')).toHaveAccessibleDescription(/of the kind RSA/)
    await page.getByRole('button', { name: 'Upload certificates' }).click()
    await expect(field(page, 'Signature certificate')).toHaveAccessibleDescription(/This certificate expired on/)
    await expect(field(page, signatureKeyField)).toHaveAccessibleDescription(/the key of another certificate/)
    await expect(field(page, 'Encryption certificate')).toHaveAccessibleDescription(/is a CA/)
    await expect(field(page, encryptionKeyField)).toHaveAccessibleDescription(/Give the private key/)
    expect(cloud.callsOf('createVgwCertificate')).toBe(0)

    await fillCertificates(page)
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]),
    )
    expect(kept).not.toContain('PRIVATE KEY')
    await page.getByRole('button', { name: 'Upload certificates' }).click()
    await expect(page.getByRole('heading', { name: 'Certificates of gw-tianjin', level: 2 })).toBeVisible()
    await expect(word(page, 'In use')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('Certificate of VPN gateway gw-tianjin was created.')).toBeVisible({ timeout: 30_000 })
    // The signature certificate's serial number, as OpenSSL prints it and as clients log it.
    await expect(page.getByText('0102030405060709', { exact: true })).toBeVisible()
    await expect(page.getByText('72623859790382857', { exact: true })).toBeVisible()
    await expect(page.getByText('C=CN,O=example,CN=gw-tianjin')).toHaveCount(0)
    await expect(page.getByText('C=CN,O=example,CN=gw-shanghai')).toHaveCount(2)
  })

  test('are replaced; what the cloud finds wrong is at the field it speaks of', async ({ page, cloud }) => {
    await page.goto(`${pageOf(cloud, shanghai)}?tab=certificate`)
    await expect(page.getByText(/8 days left|9 days left/).first()).toBeVisible()
    await page.getByRole('link', { name: 'Replace or rename' }).click()
    await expect(page.getByText(/Each of the 2 connections of gw-shanghai uses the new ones/)).toBeVisible()
    await field(page, 'Name').fill('cert-2027')
    await fillCertificates(page)
    cloud.fail({
      operation: 'updateVgwCertificate',
      status: 400,
      error_code: 'VPN.0001',
      error_msg: 'invalid request: the private key does not fit the encryption certificate',
    })
    const save = page.getByRole('button', { name: 'Save the certificates of gw-shanghai' })
    await save.click()
    await expect(page.getByRole('alert')).toContainText('The certificates were not replaced')
    await expect(field(page, encryptionKeyField)).toHaveAccessibleDescription(/does not fit the encryption certificate/)
    await save.click()
    await expect(page.getByRole('heading', { name: 'Certificates of gw-shanghai', level: 2 })).toBeVisible()
    await expect(value(page, 'Name')).toHaveText('cert-2027')
    await expect(word(page, 'In use')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByText('72623859790382857', { exact: true })).toBeVisible()
  })

  test('can be renamed alone, and belong to GM gateways only', async ({ page, cloud }) => {
    await page.goto(paths.vpnGatewayCertificate({ cloudId: cloud.id, gatewayId: shanghai }))
    await field(page, 'Name').fill('cert-renamed')
    await page.getByRole('button', { name: 'Save the certificates of gw-shanghai' }).click()
    await expect(value(page, 'Name')).toHaveText('cert-renamed')
    await page.goto(paths.vpnGatewayCertificate({ cloudId: cloud.id, gatewayId: paris }))
    await expectRefusal(page, 'Upload certificates', /gw-paris is no GM gateway/)
  })
})

const startUpgrade = async (page: Page) => {
  await page.getByRole('button', { name: 'Upgrade', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Each tunnel goes down for a moment')
  await dialog.getByRole('button', { name: 'Start the upgrade' }).click()
  await expect(dialog).toBeHidden()
}

const decide = async (page: Page, button: 'Commit' | 'Roll back', words: RegExp) => {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(words)
  await dialog.getByRole('button', { name: `${button} the upgrade` }).click()
  await expect(dialog).toBeHidden()
}

const steps = (page: Page) => page.getByRole('list', { name: /^Steps of/ })

test.describe('an upgrade', () => {
  test('is started, followed step by step, and committed', async ({ page, cloud }) => {
    await chooseAction(page, cloud, 'gw-madrid', 'Upgrade')
    await expect(word(page, 'A newer version is ready')).toBeVisible()
    await startUpgrade(page)
    await expect(page.getByRole('progressbar', { name: /Progress/ })).toBeVisible()
    await expect(steps(page).getByText('Prepare the resources')).toBeVisible()
    cloud.advance('61s')
    await expect(steps(page).getByText('Done').first()).toBeVisible()
    cloud.advance('10m')
    await expect(page.getByText(/Commit the upgrade, or roll it back\./).first()).toBeVisible({ timeout: 30_000 })

    await page.goto(list(cloud))
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'gw-madrid' }) })
    await expect(row).toContainText('Upgraded: commit or roll back')
    await chooseAction(page, cloud, 'gw-madrid', 'Commit or roll back the upgrade')
    await decide(page, 'Commit', /cannot be rolled back afterwards/)
    await expect(word(page, 'Up to date')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('row').filter({ hasText: 'Committed' })).toBeVisible({ timeout: 30_000 })
  })

  test('is rolled back and can be started again', async ({ page, cloud }) => {
    await page.goto(`${pageOf(cloud, madrid)}?tab=upgrades`)
    await startUpgrade(page)
    cloud.advance('10m')
    await expect(word(page, 'Upgraded: commit or roll back')).toBeVisible({ timeout: 30_000 })
    await decide(page, 'Roll back', /goes back to the version before/)
    await expect(page.getByText('Going back to the version before')).toBeVisible()
    cloud.advance('10m')
    await expect(word(page, 'A newer version is ready')).toBeVisible({ timeout: 30_000 })
    await expect(page.getByRole('button', { name: 'Upgrade', exact: true })).toBeEnabled()
  })

  test('that fails tells why, with the ids for a ticket; its record can be deleted', async ({ page, cloud }) => {
    await page.goto(`${pageOf(cloud, madrid)}?tab=upgrades`)
    await startUpgrade(page)
    const jobs = page.getByRole('table')
    await expect(jobs.getByRole('row').filter({ hasText: 'Upgrading' })).toBeVisible()
    const menu = page.getByRole('button', { name: /^Actions for Upgrade of/ })
    await menu.click()
    await expect(page.getByRole('menuitem', { name: 'Delete the record' })).toHaveAccessibleDescription(/not finished/)
    await page.keyboard.press('Escape')

    cloud.control.setStatus(cloud.projectId, madrid, 'FAULT')
    cloud.advance('10m')
    const row = jobs.getByRole('row').filter({ hasText: 'Failed' })
    await expect(row).toContainText('The gateway changed its state.', { timeout: 30_000 })
    await row.getByRole('link').click()
    await expect(page.getByText(/Upgrade of .* failed/).first()).toBeVisible()
    await expect(page.getByText('Request id', { exact: true })).toBeVisible()
    await expect(page).toHaveURL(/job=/)

    await menu.click()
    await page.getByRole('menuitem', { name: 'Delete the record' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('gw-madrid itself is not touched')
    await dialog.getByRole('button', { name: /^Delete Upgrade of/ }).click()
    await expect(row).toHaveCount(0)
    await expect(page.getByText(/The record of Upgrade of .* was deleted\./).first()).toBeVisible()
    expect(cloud.callsOf('deleteVpnGatewayJob')).toBe(1)
  })

  test('that the cloud refuses stays in its dialog', async ({ page, cloud }) => {
    cloud.fail({
      operation: 'upgradeVpnGateway',
      status: 400,
      error_code: 'VPN.0031',
      error_msg: 'Repeated operation.',
    })
    await page.goto(`${pageOf(cloud, madrid)}?tab=upgrades`)
    await page.getByRole('button', { name: 'Upgrade', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Start the upgrade' }).click()
    await expect(dialog.getByRole('alert')).toContainText('The upgrade of gw-madrid was not started')
    await expect(dialog.getByRole('alert')).toContainText('Repeated operation.')
  })
})

test('a quota that is used up is told where something would be created', async ({ page, cloud }) => {
  cloud.control.setQuota(cloud.projectId, { vpn_gateway: 14, customer_gateway: 17, vpn_connection: 1 })
  await page.goto(list(cloud))
  await expectRefusal(page, 'Create VPN gateway', /^All 14 VPN gateways of this account are in use/)
  await page.goto(paths.customerGateways({ cloudId: cloud.id }))
  await expectRefusal(page, 'Create customer gateway', /^The quota of 17 customer gateways is used up/)
  await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
  await expectRefusal(page, 'Create connection', /^All 1 connections of this project are in use/)
  await page.goto(pageOf(cloud, paris))
  await expectRefusal(page, 'Create connection', /^All 1 connections of this project are in use/)
})
