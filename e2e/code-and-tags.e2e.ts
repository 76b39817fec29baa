import { readFile } from 'node:fs/promises'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, next } from './wizards.ts'

const tag = (key: string, value = '') => ({ key, value })

const seeded = (cloud: TestCloud) =>
  cloud.seed({
    gateways: [
      { name: 'gw-paris', tags: [tag('env', 'prod'), tag('site', 'paris')] },
      { name: 'gw-lyon', tags: [tag('env', 'test')] },
    ],
    customer_gateways: [{ name: 'cgw-nice', tags: [tag('env', 'prod')] }],
    connections: [{ name: 'paris-nice', gateway: 'gw-paris', customer_gateway: 'cgw-nice' }],
  })

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })

const download = async (page: Page) => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download/ }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('the tags of a gateway are edited: added, changed and removed, with the difference before it is saved', async ({
  page,
  cloud,
}) => {
  const [gatewayId = ''] = seeded(cloud).gateways
  await page.goto(`${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=tags`)
  await expect(row(page, 'site')).toContainText('paris')
  await page.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('stage')
  await page.getByRole('button', { name: 'Remove tag 2' }).click()
  await page.getByRole('button', { name: 'Add tag' }).click()
  await page.getByRole('textbox', { name: 'Key of tag 2' }).fill('_sys_mine')

  await test.step('a key that the cloud keeps for itself is refused beside its field', async () => {
    await page.getByRole('button', { name: 'Save tags' }).click()
    await expect(page.getByText('Tag keys that start with _sys_ are the cloud’s own.').first()).toBeVisible()
    expect(cloud.callsOf('batchCreateResourceTags')).toBe(0)
  })

  await page.getByRole('textbox', { name: 'Key of tag 2' }).fill('owner')
  const changes = page.getByRole('region', { name: 'What will be changed' })
  await expect(changes.getByRole('deletion')).toHaveText(['env: prod', 'site: paris'])
  await expect(changes.getByRole('insertion')).toHaveText(['env: stage', 'owner'])

  await test.step('what was typed survives a reload', async () => {
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'Key of tag 2' })).toHaveValue('owner')
  })

  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(row(page, 'env')).toContainText('stage')
  await expect(row(page, 'owner')).toBeVisible()
  await expect(row(page, 'site')).toBeHidden()
})

test('tags that somebody else changed meanwhile are shown, and nothing is lost', async ({ page, cloud, context }) => {
  const [gatewayId = ''] = seeded(cloud).gateways
  const path = `${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=tags`
  const edit = async (one: Page, value: string) => {
    await one.goto(path)
    await one.getByRole('button', { name: 'Edit tags' }).click()
    await one.getByRole('textbox', { name: 'Value of tag 1' }).fill(value)
  }
  await edit(page, 'mine')
  const other = await context.newPage()
  await edit(other, 'theirs')
  await other.getByRole('button', { name: 'Add tag' }).click()
  await other.getByRole('textbox', { name: 'Key of tag 3' }).fill('owner')
  await other.getByRole('button', { name: 'Save tags' }).click()
  await expect(row(other, 'owner')).toBeVisible()

  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByText('The tags of gw-paris were changed meanwhile')).toBeVisible()
  await expect(page.getByText('env: now theirs, you want mine.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Value of tag 1' })).toHaveValue('mine')
  await expect(page.getByRole('textbox', { name: 'Key of tag 3' })).toHaveValue('owner')
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(row(page, 'env')).toContainText('mine')
  await expect(row(page, 'owner')).toBeVisible()
})

test('a failed save keeps what was typed and can be sent again', async ({ page, cloud }) => {
  const [gatewayId = ''] = seeded(cloud).gateways
  await page.goto(`${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=tags`)
  await page.getByRole('button', { name: 'Edit tags' }).click()
  await page.getByRole('textbox', { name: 'Value of tag 1' }).fill('stage')
  cloud.fail({ operation: 'batchCreateResourceTags', status: 400, error_code: 'VPN.0001', error_msg: 'Not today.' })
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(page.getByRole('alert').getByText('The tags of gw-paris were not saved')).toBeVisible()
  await expect(page.getByText('Not today.')).toBeVisible()
  await page.getByRole('button', { name: 'Save tags' }).click()
  await expect(row(page, 'env')).toContainText('stage')
})

test.describe('the tags page', () => {
  test('finds resources of every type by keys and values, and the URL holds the question', async ({ page, cloud }) => {
    seeded(cloud)
    await page.goto(paths.tags({ cloudId: cloud.id }))
    await expect(page.getByText('2 VPN gateways · 1 customer gateway · 1 connection')).toBeVisible()

    await page.getByRole('button', { name: 'Add key' }).click()
    await page.getByRole('button', { name: /^Key 1/ }).click()
    await page.getByRole('option', { name: 'env' }).click()
    await expect(page.getByRole('heading', { name: 'Resources with env (3)' })).toBeVisible()
    await page.getByRole('button', { name: /^Values of key 1/ }).click()
    await page.getByRole('option', { name: 'prod' }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByText('1 VPN gateway · 1 customer gateway')).toBeVisible()
    await expect(row(page, 'gw-lyon')).toBeHidden()

    await page.reload()
    await expect(row(page, 'gw-paris')).toBeVisible()
    await expect(row(page, 'gw-lyon')).toBeHidden()
    await row(page, 'cgw-nice').getByRole('link', { name: 'cgw-nice' }).click()
    await expect(page.getByRole('heading', { name: 'cgw-nice', level: 1 })).toBeVisible()

    await page.goBack()
    await page.getByRole('button', { name: 'Without any tag' }).click()
    await expect(page.getByRole('heading', { name: 'Resources without any tag (1)' })).toBeVisible()
    await expect(row(page, 'paris-nice')).toBeVisible()
  })

  test('leaves out a type that the region does not have, and says which could not be looked through', async ({
    page,
    cloud,
  }) => {
    seeded(cloud)
    cloud.fail({ operation: 'listResourcesByTags', times: 0, status: 501 })
    await page.goto(paths.tags({ cloudId: cloud.id }))
    await expect(page.getByText('There are no resources with or without tags.')).toBeVisible()
    cloud.control.clearFaults(cloud.projectId)
    cloud.fail({
      operation: 'listResourcesByTags',
      times: 1,
      status: 500,
      error_code: 'VPN.0999',
      error_msg: 'Not now.',
    })
    await page.reload()
    await expect(page.getByText(/^Not all resources could be looked through/)).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/^Not all resources could be looked through/)).toBeHidden()
    await expect(row(page, 'gw-paris')).toBeVisible()
    await expect(row(page, 'cgw-nice')).toBeVisible()
  })

  test('adds tags to many, says exactly which failed, and tries these again', async ({ page, cloud }) => {
    seeded(cloud)
    await page.goto(paths.tags({ cloudId: cloud.id }))
    for (const name of ['gw-paris', 'gw-lyon', 'cgw-nice', 'paris-nice']) {
      await row(page, name).getByRole('checkbox').check()
    }
    await page.getByRole('button', { name: 'Change tags of 4' }).click()
    await page.getByRole('menuitem', { name: 'Add tags' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Key of tag 1' }).fill('env')
    await dialog.getByRole('textbox', { name: 'Value of tag 1' }).fill('prod')
    await expect(dialog.getByText('gw-lyon: env from test to prod')).toBeVisible()
    expect(await violations(page)).toEqual([])

    cloud.fail({
      operation: 'batchCreateResourceTags',
      times: 1,
      status: 400,
      error_code: 'VPN.0001',
      error_msg: 'No.',
    })
    await dialog.getByRole('button', { name: 'Add to 4 resources' }).click()
    await expect(dialog.getByText('The tags of 3 resources are changed.')).toBeVisible()
    await expect(dialog.getByText('The tags of 1 resource were not changed')).toBeVisible()
    await expect(dialog.getByRole('listitem')).toHaveCount(1)
    await dialog.getByRole('button', { name: 'Try again for 1 resource' }).click()
    await expect(dialog.getByText('The tags of 1 resource are changed.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    for (const name of ['gw-paris', 'gw-lyon', 'cgw-nice', 'paris-nice']) {
      await expect(row(page, name)).toContainText('env: prod')
    }
  })

  test('removes a key from many', async ({ page, cloud }) => {
    seeded(cloud)
    await page.goto(paths.tags({ cloudId: cloud.id }))
    for (const name of ['gw-paris', 'gw-lyon', 'paris-nice']) await row(page, name).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Change tags of 3' }).click()
    await page.getByRole('menuitem', { name: 'Remove tags' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('On 2 of 3')).toBeVisible()
    await dialog.getByRole('checkbox', { name: 'env' }).check()
    await dialog.getByRole('button', { name: 'Remove from 2 resources' }).click()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(row(page, 'gw-paris')).not.toContainText('env')
    await expect(row(page, 'gw-paris')).toContainText('site: paris')
    expect(cloud.callsOf('batchDeleteResourceTags')).toBe(2)
  })
})

test('a resource and what belongs to it are shown as Terraform, curl, hcloud and JSON', async ({ page, cloud }) => {
  const [gatewayId = ''] = seeded(cloud).gateways
  await page.goto(`${paths.vpnGateway({ cloudId: cloud.id, gatewayId })}?tab=code`)
  const terraform = page.getByRole('region', { name: 'Terraform code' })
  await expect(terraform).toContainText('resource "huaweicloud_vpn_gateway" "gw_paris"')
  await page.getByRole('checkbox', { name: 'With its connections and their customer gateways' }).check()
  await expect(terraform).toContainText('= huaweicloud_vpn_gateway.gw_paris.id')
  await expect(terraform).toContainText('= huaweicloud_vpn_customer_gateway.cgw_nice.id')
  await expect(terraform).toContainText('= var.paris_nice_psk')
  const saved = await download(page)
  expect(saved.name).toBe('vpn.tf')
  expect(saved.text).toContain(`id = "${gatewayId}"`)

  await page.getByRole('button', { name: 'curl', exact: true }).click()
  const curl = page.getByRole('region', { name: 'curl code' })
  await expect(curl).toContainText(`/v5/${cloud.projectId}/vpn-gateways`)
  await expect(curl).toContainText('X-Auth-Token: $X_AUTH_TOKEN')
  await page.getByRole('button', { name: 'Read', exact: true }).click()
  await expect(curl).toContainText(`--request GET`)
  await page.getByRole('button', { name: 'hcloud', exact: true }).click()
  await expect(page.getByRole('region', { name: 'hcloud code' })).toContainText(`hcloud VPN ShowVgw`)
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  const json = await download(page)
  expect(json.name).toBe('vpn.json')
  expect(JSON.parse(json.text)).toMatchObject({
    vpn_gateways: [{ id: gatewayId }],
    vpn_connections: [{ name: 'paris-nice' }],
  })
})

test('a selection across types is shown as code', async ({ page, cloud }) => {
  seeded(cloud)
  await page.goto(paths.tags({ cloudId: cloud.id }))
  for (const name of ['gw-paris', 'cgw-nice', 'paris-nice']) await row(page, name).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Show code' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('gateway_ip').first()).toBeVisible()
  await expect(dialog.getByRole('region')).toContainText('huaweicloud_vpn_gateway.gw_paris.eip1[0].id')
  expect(await violations(page)).toEqual([])
})

test('the review of a wizard shows the request as code, without the key', async ({ page, cloud, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  seeded(cloud)
  await page.goto(paths.vpnConnectionNew({ cloudId: cloud.id }))
  await choose(page, 'VPN gateway', /gw-lyon/)
  await choose(page, 'Customer gateway', /cgw-nice/)
  await next(page, 'Traffic')
  await page.getByRole('textbox', { name: 'Peer subnets' }).fill('172.20.0.0/16')
  await next(page, 'Security')
  const key = 'Never-Shown-4711'
  await page.getByLabel('Pre-shared key', { exact: true }).first().fill(key)
  const again = page.getByLabel(/again/i)
  if (await again.count()) await again.first().fill(key)
  await next(page, 'Name and tags')
  await page.getByLabel('Name', { exact: true }).fill('lyon-nice')
  await page.getByRole('button', { name: 'Next', exact: true }).click()
  await page.getByRole('button', { name: 'The request' }).click()
  const codes: [string, string][] = [
    ['JSON', '"psk": "$PSK"'],
    ['curl', '/vpn-connections/batch-create'],
    ['hcloud', 'hcloud VPN BatchCreateVpnConnection'],
  ]
  for (const [format, words] of codes) {
    await page.getByRole('button', { name: format, exact: true }).click()
    await expect(page.getByRole('region', { name: `${format} code` })).toContainText(words)
    await page.getByRole('button', { name: `Copy the ${format} code` }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(words)
    expect(copied).not.toContain(key)
    expect(await page.getByRole('main').innerText()).not.toContain(key)
  }
  expect(await violations(page)).toEqual([])
})

test('an edit form shows the request that it will send', async ({ page, cloud }) => {
  const [gatewayId = ''] = seeded(cloud).gateways
  await page.goto(paths.vpnGatewayEdit({ cloudId: cloud.id, gatewayId }))
  await page.getByRole('button', { name: 'The request' }).click()
  await expect(page.getByText('Nothing would be sent yet.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('gw-paris-2')
  await expect(page.getByRole('region', { name: 'JSON code' })).toContainText('"name": "gw-paris-2"')
})

test('a customer gateway has its connections, certificate, tags and code in tabs', async ({ page, cloud }) => {
  const [customerGatewayId = ''] = seeded(cloud).customer_gateways
  await page.goto(paths.customerGateway({ cloudId: cloud.id, customerGatewayId }))
  await page.getByRole('tab', { name: 'Connections (1)' }).click()
  await expect(page.getByRole('link', { name: 'paris-nice' })).toBeVisible()
  await page.getByRole('tab', { name: 'CA certificate' }).click()
  await expect(page.getByText(/^None\. Only connections with SM algorithms/)).toBeVisible()
  await page.getByRole('tab', { name: 'Tags' }).click()
  await expect(row(page, 'env')).toContainText('prod')
  await page.getByRole('tab', { name: 'Code' }).click()
  await expect(page.getByText('resource "huaweicloud_vpn_customer_gateway" "cgw_nice"')).toBeVisible()
})
