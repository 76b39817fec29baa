import { paths } from '../apps/web/src/paths.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose, next, word } from './wizards.ts'

test.use({ speed: 20 })
test.describe.configure({ timeout: 150_000 })

/** A pair to Lyon whose second tunnel is refused, a single tunnel to Nice, and a BGP one to Graz. */
const seed = (cloud: TestCloud) => {
  const { connections } = cloud.seed({
    gateways: [{ name: 'gw-paris' }],
    customer_gateways: [
      { name: 'cgw-lyon', id_value: '198.51.100.7' },
      { name: 'cgw-nice', id_value: '198.51.100.8', bgp_asn: 65010 },
    ],
    connections: [
      { name: 'vpn-lyon-1', gateway: 'gw-paris', customer_gateway: 'cgw-lyon', eip: 1 },
      {
        name: 'vpn-lyon-2',
        gateway: 'gw-paris',
        customer_gateway: 'cgw-lyon',
        eip: 2,
        tunnel: { state: 'down', reason: 'authentication fail' },
      },
      { name: 'vpn-nice', gateway: 'gw-paris', customer_gateway: 'cgw-nice', eip: 1, style: 'bgp' },
    ],
  })
  const [first = '', second = '', nice = ''] = connections
  return { first, second, nice }
}

const pairRow = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link', { name: 'vpn-lyon-1' }) })

const openList = async (page: Page, cloud: TestCloud) => {
  await page.goto(paths.vpnConnections({ cloudId: cloud.id }))
  await expect(page.getByText('3 connections in 2 rows')).toBeVisible()
}

test('a pair is one row that sorting, filtering and polling leave whole', async ({ page, cloud }) => {
  const { nice } = seed(cloud)
  await openList(page, cloud)
  const pair = pairRow(page)

  await test.step('both tunnels are in it, each with its state, and the cause of the one that is down', async () => {
    await expect(pair.getByRole('link', { name: 'vpn-lyon-2' })).toBeVisible()
    await expect(pair.getByText('Connected without redundancy')).toBeVisible()
    await expect(pair.getByText('Not connected')).toBeVisible()
    await expect(pair.getByText('authentication failed')).toBeVisible()
    await expect(pair.getByRole('link', { name: 'cgw-lyon' })).toHaveCount(1)
    await expect(pair.getByRole('button', { name: /^Copy the gateway address of/ })).toHaveCount(2)
  })

  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') })

  await test.step('sorted by state it stands by its worst tunnel', async () => {
    await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').press('Enter')
    await expect(rows.first()).toContainText('vpn-lyon-1')
    await page.getByRole('columnheader', { name: 'Status' }).getByRole('button').press('Enter')
    await expect(rows.first()).toContainText('vpn-nice')
    await expect(rows).toHaveCount(2)
  })

  const field = page.getByRole('searchbox', { name: 'Find connections' })

  await test.step('a search that means one tunnel keeps the pair, and marks it', async () => {
    await field.fill('vpn-lyon-2')
    await expect(page.getByText('1 of 3 connections matches “vpn-lyon-2”, in 1 row')).toBeVisible()
    await expect(rows).toHaveCount(1)
    await expect(rows.getByRole('img', { name: 'matches the filter' })).toHaveCount(1)
    await expect(page).toHaveURL(/find=vpn-lyon-2/)
    await page.reload()
    await expect(field).toHaveValue('vpn-lyon-2')
    await expect(rows).toHaveCount(1)
    await field.fill('')
    await expect(rows).toHaveCount(2)
  })

  await test.step('what is chosen, an open menu, focus and place stay as they are when the list is polled', async () => {
    await page.getByRole('checkbox', { name: 'Choose vpn-lyon-1 and vpn-lyon-2' }).check()
    await page.getByRole('button', { name: 'Actions for vpn-lyon-2' }).click()
    const place = await pair.boundingBox()
    cloud.control.setStatus(cloud.projectId, nice, 'FREEZED')
    // A list at rest is asked for once a minute.
    await expect(rows.getByText('Frozen')).toBeVisible({ timeout: 80_000 })
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused()
    await expect(page.getByRole('checkbox', { name: 'Choose vpn-lyon-1 and vpn-lyon-2' })).toBeChecked()
    expect(await pair.boundingBox()).toEqual(place)
  })
})

test('the pair is one row on the pages of its ends, too', async ({ page, cloud }) => {
  seed(cloud)
  await openList(page, cloud)
  await pairRow(page).getByRole('link', { name: 'gw-paris' }).click()
  await page.getByRole('tab', { name: 'Connections' }).click()
  await expect(page.getByText('3 connections in 2 rows')).toBeVisible()
  await expect(pairRow(page).getByText('authentication failed')).toBeVisible()
})

test('chosen connections are shown as code, reset in turn, and deleted by name', async ({ page, cloud }) => {
  const { second } = seed(cloud)
  cloud.control.setTunnel(cloud.projectId, second, { state: 'up' })
  await openList(page, cloud)
  await expect(pairRow(page).getByText('Connected', { exact: true })).toHaveCount(2, { timeout: 70_000 })
  await page.getByRole('checkbox', { name: 'Choose vpn-lyon-1 and vpn-lyon-2' }).check()
  const withChosen = page.getByRole('button', { name: 'With 2 connections' })

  await test.step('code', async () => {
    await withChosen.click()
    await page.getByRole('menuitem', { name: 'Show as code' }).click()
    const dialog = page.getByRole('dialog', { name: '2 connections as code' })
    await expect(dialog.getByText('huaweicloud_vpn_connection').first()).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('the second tunnel is reset when the first is up again', async () => {
    await withChosen.click()
    await page.getByRole('menuitem', { name: 'Reset' }).click()
    const dialog = page.getByRole('dialog', { name: 'Reset 2 connections' })
    await expect(dialog.getByRole('list', { name: 'Connections to reset' })).toContainText('vpn-lyon-1')
    await dialog.getByRole('button', { name: 'Reset 2 connections' }).click()
    const steps = dialog.getByRole('list', { name: 'Reset 2 connections' })
    await expect(steps.getByRole('listitem')).toHaveCount(3)
    await expect(steps.getByText('Done')).toHaveCount(3, { timeout: 60_000 })
    expect(cloud.callsOf('resetVpnConnection')).toBe(2)
    await dialog.getByRole('button', { name: 'Close' }).last().click()
  })

  await test.step('a delete names all of them, and one that fails can be left out', async () => {
    await withChosen.click()
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    const dialog = page.getByRole('dialog', { name: 'Delete 2 connections' })
    await expect(dialog.getByText('No connected tunnel is left to cgw-lyon')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 2 connections' }).click()
    await expect(dialog.getByText('Type it exactly: 2 connections')).toBeVisible()
    expect(cloud.callsOf('deleteVpnConnection')).toBe(0)
    await dialog.getByRole('textbox').fill('2 connections')
    cloud.fail({ operation: 'deleteVpnConnection', status: 500, error_code: 'VPN.0001', error_msg: 'Internal error.' })
    await dialog.getByRole('button', { name: 'Delete 2 connections' }).click()
    await expect(dialog.getByText('Not done: delete vpn-lyon-1 and delete vpn-lyon-2.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Go on without it' }).click()
    await expect(dialog.getByText('Done: delete vpn-lyon-2. Not done: delete vpn-lyon-1.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await expect(page.getByText('2 connections', { exact: true })).toBeVisible({ timeout: 40_000 })
  })
})

test('a monitor is made, told of, and taken down', async ({ page, cloud }) => {
  const { first } = seed(cloud)
  await page.goto(`${paths.vpnConnection({ cloudId: cloud.id, connectionId: first })}?tab=monitor`)
  await expect(page.getByText('It would ping 198.51.100.7')).toBeVisible()
  await page.getByRole('button', { name: 'Create monitor' }).click()
  await expect(word(page, 'Measuring')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('198.51.100.7', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create monitor' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Delete monitor' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete the monitor of vpn-lyon-1' })
  await expect(dialog).toContainText('The line is measured no more')
  await dialog.getByRole('button', { name: 'Delete monitor of vpn-lyon-1' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Create monitor' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('It would ping 198.51.100.7')).toBeVisible()
})

test('a monitor that the cloud refuses is explained where it was asked for', async ({ page, cloud }) => {
  const { first } = seed(cloud)
  await page.goto(`${paths.vpnConnection({ cloudId: cloud.id, connectionId: first })}?tab=monitor`)
  const quota = { status: 400, error_code: 'VPN.0001', error_msg: 'The monitor quota is full.' }
  cloud.fail({ operation: 'createConnectionMonitor', ...quota })
  await page.getByRole('button', { name: 'Create monitor' }).click()
  await expect(page.getByRole('alert').getByText('The monitor quota is full.')).toBeVisible()
  await page.getByRole('button', { name: 'Create monitor' }).click()
  await expect(word(page, 'Measuring')).toBeVisible({ timeout: 30_000 })
})

test('the key of a pair is changed in order, with a failed reset taken up again on another visit', async ({
  page,
  cloud,
}) => {
  const { first, second } = seed(cloud)
  cloud.control.setTunnel(cloud.projectId, second, { state: 'up' })
  const keyPage = paths.vpnConnectionKey({ cloudId: cloud.id, connectionId: first })
  const step = (name: string) => page.getByRole('listitem', { name, exact: true })

  await test.step('what will happen is told, and two keys that differ are refused', async () => {
    await page.goto(paths.vpnConnection({ cloudId: cloud.id, connectionId: first }))
    await page.getByRole('link', { name: 'Change key' }).click()
    await expect(page.getByText('vpn-lyon-1 is reset and negotiated with the new key')).toBeVisible()
    await page.getByRole('textbox', { name: 'New pre-shared key' }).fill('Rather-long-key-2')
    await page.getByRole('textbox', { name: 'The same key again' }).fill('Rather-long-key-3')
    await page.getByRole('button', { name: 'Change the key of vpn-lyon-1 and vpn-lyon-2' }).click()
    await expect(page.getByText('The two are not the same.')).toBeVisible()
    expect(cloud.callsOf('updateVpnConnection')).toBe(0)
  })

  await test.step('the first tunnel has the key, the second not: it is tried again', async () => {
    await page.getByRole('button', { name: /^Generate/ }).click()
    const key = await page.getByRole('textbox', { name: 'New pre-shared key' }).inputValue()
    cloud.fail({ operation: 'updateVpnConnection', status: 500, error_code: 'VPN.0001', error_msg: 'Internal error.' })
    await page.getByRole('button', { name: 'Change the key of vpn-lyon-1 and vpn-lyon-2' }).click()
    await expect(page.getByText(/^Nothing is done yet\. Not done: send the new key for vpn-lyon-1/)).toBeVisible()
    await step('Send the new key for vpn-lyon-1').getByRole('button', { name: 'Try again' }).click()
    await expect(step('Set the new key on the customer device').getByText('Waits for you')).toBeVisible({
      timeout: 60_000,
    })
    await page.getByRole('button', { name: 'Show the new key' }).click()
    await expect(page.getByText(key, { exact: true })).toBeVisible()
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
    expect(kept).not.toContain(key)
    expect(kept).toContain(first)
  })

  await test.step('a reset that fails leaves a reminder, on the connection and here', async () => {
    cloud.fail({ operation: 'resetVpnConnection', status: 500, error_code: 'VPN.0001', error_msg: 'Internal error.' })
    await page.getByRole('button', { name: 'The customer device has the new key' }).click()
    await expect(step('Reset vpn-lyon-1').getByText('Failed')).toBeVisible()
    await page.getByRole('link', { name: 'Leave this for later' }).click()
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await expect(page.getByText('The new key of vpn-lyon-1 waits for a reset')).toBeVisible()
    await page.goto(keyPage)
    await page.getByRole('button', { name: 'Go on with the reset' }).click()
  })

  await test.step('the tunnels are reset one after the other', async () => {
    await page.getByRole('button', { name: 'The customer device has the new key' }).click()
    await expect(step('Wait until vpn-lyon-1 is connected again').getByText('Done')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('The key is changed')).toBeVisible({ timeout: 60_000 })
    expect(cloud.callsOf('resetVpnConnection')).toBe(3)
    await page.getByRole('link', { name: 'Back to the connection' }).click()
    await expect(page.getByRole('heading', { name: 'vpn-lyon-1', level: 1 })).toBeVisible()
    await expect(page.getByText('waits for a reset')).toHaveCount(0)
  })
})

test('each mode has its own switches, and each field says when a change of it acts', async ({ page, cloud }) => {
  const { first, nice } = seed(cloud)

  await test.step('in the wizard', async () => {
    await page.goto(paths.vpnConnectionNew({ cloudId: cloud.id }))
    await choose(page, 'VPN gateway', /gw-paris/)
    await choose(page, 'Customer gateway', /cgw-nice/)
    await next(page, 'Traffic')
    const nqa = page.getByRole('checkbox', { name: /NQA/ })
    const hub = page.getByRole('checkbox', { name: /Branch interconnection/ })
    await page.getByRole('tab', { name: 'Static', exact: true }).click()
    await expect(nqa).toBeVisible()
    await expect(hub).toBeHidden()
    await expect(page.getByText(/answer ICMP\. Fixed once created\./)).toBeVisible()
    await page.getByRole('tab', { name: 'BGP', exact: true }).click()
    await expect(hub).toBeVisible()
    await expect(nqa).toBeHidden()
    await page.getByRole('tab', { name: 'Policy', exact: true }).click()
    await expect(hub).toBeHidden()
    await expect(nqa).toBeHidden()
  })

  await test.step('in the editor of a static connection', async () => {
    await page.goto(paths.vpnConnectionEdit({ cloudId: cloud.id, connectionId: first }))
    const said = (text: string) => page.getByText(text)
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveAccessibleDescription(
      /Acts at once, and interrupts nothing/,
    )
    await expect(page.getByRole('textbox', { name: 'IKE SA lifetime' })).toHaveAccessibleDescription(/next negotiation/)
    await expect(page.getByRole('textbox', { name: 'Peer ID' })).toHaveAccessibleDescription(/established anew/)
    await expect(page.getByRole('textbox', { name: 'New pre-shared key' })).toHaveAccessibleDescription(
      /only once the connection is reset/,
    )
    await expect(said('Probing the tunnel (NQA) is off. Fixed since it was created.')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /Branch interconnection/ })).toHaveCount(0)
  })

  await test.step('branch interconnection is switched on for a BGP connection', async () => {
    await page.goto(paths.vpnConnectionEdit({ cloudId: cloud.id, connectionId: nice }))
    await page.getByRole('checkbox', { name: /Branch interconnection/ }).check()
    await page.getByRole('button', { name: 'Save vpn-nice' }).click()
    await expect(page.getByRole('heading', { name: 'vpn-nice', level: 1 })).toBeVisible()
    await page.goto(paths.vpnConnectionEdit({ cloudId: cloud.id, connectionId: nice }))
    await expect(page.getByRole('checkbox', { name: /Branch interconnection/ })).toBeChecked()
    await page.goto(`${paths.vpnConnection({ cloudId: cloud.id, connectionId: nice })}?tab=monitor`)
    await expect(page.getByText('Not possible: only connections in static mode have it.')).toBeVisible()
  })
})
