import { readFile } from 'node:fs/promises'
import { paths } from '../apps/web/src/paths.ts'
import { xlsxOf } from '../apps/web/src/features/vpn-users/import/testing-workbook.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'

const password = 'Tr4m-line-12'

type Server = { connections?: number; users?: { name: string; static_ip?: string }[] }

const prepare = (cloud: TestCloud, { connections = 500, users = [] }: Server = {}) => {
  const [serverId = ''] = cloud.seed({
    p2c_gateways: [
      {
        name: 'p2c-paris',
        max_connection_number: connections,
        server: { client_cidr: '172.16.0.0/20', users, groups: [{ name: 'staff' }] },
      },
    ],
  }).vpn_servers
  return serverId
}

const open = async (page: Page, cloud: TestCloud, serverId: string) => {
  await page.goto(paths.vpnUserImport({ cloudId: cloud.id, serverId }))
  await expect(page.getByRole('heading', { level: 1, name: 'Import users' })).toBeVisible()
}

const drop = (page: Page, name: string, content: string | Uint8Array) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

const toCheck = async (page: Page) => {
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await expect(page.getByRole('heading', { name: 'Rows', exact: true })).toBeVisible()
}

const sheetOf = (count: number) =>
  `Name,Password\n${Array.from({ length: count }, (_, index) => `lyon.${1000 + index},${password}\n`).join('')}`

const downloaded = async (page: Page, button: string) => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return readFile(await (await waiting).path(), 'utf8')
}

const namesAt = async (page: Page, cloud: TestCloud, serverId: string): Promise<string[]> => {
  const path = `vpn/v5/-/p2c-vpn-gateways/vpn-servers/${serverId}/users?limit=1000`
  const answer = await page.request.get(`/api/clouds/${cloud.id}/${path}`)
  /** The shape is the cloud's own answer. */
  const { users }: { users: { name: string }[] } = await answer.json()
  return users.map(({ name }) => name).toSorted()
}

test('a sheet becomes users, with a result for each row and credentials to hand out', async ({ page, cloud }) => {
  const serverId = prepare(cloud, { users: [{ name: 'paris.here' }] })
  await open(page, cloud, serverId)
  await drop(
    page,
    'abteilung.csv',
    `Kennwort;Benutzername;Abteilung;Feste IP\n"${password}";lyon.0001;staff;172.16.0.9\n;lyon.0002;guests;\n"a,b;c ""d""1";lyon.0003;;\nshort;lyon.0004;;\n${password};paris.here;;\n`,
  )
  await expect(page.getByText('Its columns are separated by semicolons.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Name Column B: Benutzername' })).toBeVisible()
  await toCheck(page)
  await expect(page.getByText('2 rows can be imported, 3 with a problem')).toBeVisible()
  await expect(page.getByText('There is no group guests.')).toBeVisible()
  await expect(page.getByText('There is a user paris.here already.')).toBeVisible()
  await page.getByRole('radio', { name: 'Create them' }).click()
  await expect(page.getByText('3 rows can be imported, 2 with a problem')).toBeVisible()

  await page.getByRole('button', { name: 'Actions for row 5' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Row 5' })
  await expect(dialog.getByText('Use 8 to 32 characters.')).toBeVisible()
  await dialog.getByLabel('Password').fill('=Tr4m-line-13')
  await dialog.getByRole('button', { name: 'Keep changes' }).click()
  await page.getByRole('button', { name: 'Actions for row 6' }).click()
  await page.getByRole('menuitem', { name: 'Skip this row' }).click()
  await expect(page.getByText('4 rows can be imported, 1 skipped')).toBeVisible()

  await page.getByRole('button', { name: 'Import 4 users' }).click()
  await expect(page.getByText('4 users created').first()).toBeVisible()
  expect(await namesAt(page, cloud, serverId)).toEqual([
    'lyon.0001',
    'lyon.0002',
    'lyon.0003',
    'lyon.0004',
    'paris.here',
  ])
  expect(cloud.callsOf('createVpnUserGroup')).toBe(1)
  const result = await downloaded(page, 'Download result')
  expect(result).toContain('2,lyon.0001,staff,172.16.0.9,,Created,')
  expect(result).toContain('6,paris.here,,,,Skipped,')
  expect(result).not.toContain(password)

  // Leaving asks while the credentials are nowhere but in the page.
  await page.getByRole('link', { name: 'Go to the users' }).click()
  await page
    .getByRole('dialog', { name: 'Leave without the passwords?' })
    .getByRole('button', { name: 'Stay', exact: true })
    .click()
  const sheet = await downloaded(page, 'Download credentials')
  expect(sheet).toContain(`lyon.0001,"${password}",,`)
  expect(sheet).toContain('lyon.0003,"a,b;c ""d""1",,')
  expect(sheet).toContain(`lyon.0004,"'=Tr4m-line-13",The apostrophe in front is not part of the password,`)
  expect(sheet).toMatch(/lyon\.0002,"[A-Za-z][^"]{15}",,/)
  await page.getByRole('button', { name: 'Show to print' }).click()
  await expect(page.getByRole('region', { name: 'Credentials to print' }).getByRole('row')).toHaveCount(5)
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
  )
  expect(kept).not.toContain(password)
  await page.getByRole('link', { name: 'Go to the users' }).click()
  await expect(page).toHaveURL(/vpn-servers\/[^/]+\?tab=users/)
})

test('XLSX: formulas are flagged, and only their stored values are taken', async ({ page, cloud }) => {
  await open(page, cloud, prepare(cloud))
  const rows = [
    ['User', 'Password', 'Group'],
    [{ formula: 'A1&"x"', value: 'lyon.0001' }, { formula: 'RAND()' }, 'staff'],
  ]
  await drop(page, 'users.xlsx', xlsxOf(rows, { sheets: ['Users', 'Notes'] }))
  await expect(page.getByText('The workbook has 2 sheets; “Users” was read.')).toBeVisible()
  await toCheck(page)
  await expect(page.getByText('The cell is a formula: the value stored with it was taken.')).toBeVisible()
  await expect(page.getByText('The cell is a formula without a stored value: it was left empty.')).toBeVisible()
  await expect(page.getByText('1 row can be imported')).toBeVisible()
})

test('pasted rows without headings are matched by what is in them', async ({ page, cloud }) => {
  await open(page, cloud, prepare(cloud))
  await page.getByLabel('Rows').fill(`staff\t172.16.0.9\tlyon.0001\t${password}\nstaff\t\tlyon.0002\t${password}\n`)
  await page.getByRole('button', { name: 'Use pasted rows' }).click()
  await expect(page.getByRole('checkbox', { name: 'The first row holds headings' })).not.toBeChecked()
  await expect(page.getByText(password)).toHaveCount(0)
  await toCheck(page)
  await expect(page.getByText('2 rows can be imported')).toBeVisible()
})

test('files that are no list of users are answered in words', async ({ page, cloud }, info) => {
  await open(page, cloud, prepare(cloud))
  const alert = page.getByRole('alert')
  const { writeFile } = await import('node:fs/promises')
  const large = info.outputPath('large.csv')
  await writeFile(large, Buffer.alloc(50_000_000, 'a'))
  await page.locator('input[type=file]').setInputFiles(large)
  await expect(alert).toContainText('large.csv has 50 MB; at most 5 MB are read.')
  await drop(page, 'old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))
  await expect(alert).toContainText('old XLS file, or one with a password')
  await drop(page, 'picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 255]))
  await expect(alert).toContainText('neither text nor an XLSX file')
  await drop(page, 'broken.xlsx', xlsxOf([['Name']]).slice(0, -30))
  await expect(alert).toContainText('damaged')
  await drop(page, 'quote.csv', 'Name,Password\nlyon.0001,"never closed\n')
  await expect(alert).toContainText('quotation mark in row 2')
  await drop(page, 'wide.csv', Buffer.from(`\ufeffName\tGroup\r\nlyon.0001\tstaff\r\n`, 'utf16le'))
  await expect(page.getByText('The file is UTF-16 text and was converted.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Group Column B: Group' })).toBeVisible()
})

test('rows that no longer fit are named, and can be filtered', async ({ page, cloud }) => {
  await open(page, cloud, prepare(cloud, { connections: 10, users: [{ name: 'paris.here' }] }))
  await drop(page, 'users.csv', sheetOf(12))
  await toCheck(page)
  await expect(page.getByText('3 rows no longer fit')).toBeVisible()
  await page.getByRole('button', { name: 'Show rows' }).click()
  await page.getByRole('option', { name: 'No connection left (3)' }).click()
  await expect(page.getByRole('row', { name: /lyon\.1009/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /lyon\.1008/ })).toHaveCount(0)
})

test('a lost answer is settled by the list: nobody is sent twice', async ({ page, cloud }) => {
  const serverId = prepare(cloud)
  await open(page, cloud, serverId)
  await drop(page, 'users.csv', sheetOf(120))
  await toCheck(page)
  cloud.fail({ operation: 'batchCreateVpnUsers', drop: 'after' })
  await page.getByRole('button', { name: 'Import 120 users' }).click()
  await expect(page.getByText('120 users created').first()).toBeVisible({ timeout: 20_000 })
  expect(cloud.callsOf('batchCreateVpnUsers')).toBe(3)
  expect(await namesAt(page, cloud, serverId)).toHaveLength(120)
})

test('a lost connection stops the import, and it is resumed where it was', async ({ page, cloud }) => {
  const serverId = prepare(cloud)
  await open(page, cloud, serverId)
  await drop(page, 'users.csv', sheetOf(120))
  await toCheck(page)
  let batches = 0
  await page.route('**/users/batch-create', async (route) => {
    batches += 1
    if (batches !== 2) return route.continue()
    // It gets there, but neither its answer nor anything after it comes back.
    await route.fetch()
    await page.route('**/users?*', (list) => list.abort())
    return route.abort()
  })
  await page.getByRole('button', { name: 'Import 120 users' }).click()
  await expect(page.getByText('The connection was lost')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Whether the last 50 users were created is not known.')).toBeVisible()
  await page.unroute('**/users?*')
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByText('120 users created').first()).toBeVisible({ timeout: 20_000 })
  expect(batches).toBe(3)
  expect(await namesAt(page, cloud, serverId)).toHaveLength(120)
})

test('whom the service refuses is named with the cause; the rest of the batch is sent again', async ({
  page,
  cloud,
}) => {
  const serverId = prepare(cloud)
  await open(page, cloud, serverId)
  await drop(page, 'users.csv', sheetOf(3))
  await toCheck(page)
  const refused = JSON.stringify({ invalid_users: [{ name: 'lyon.1001', cause: 'Password used recently.' }] })
  cloud.fail({ operation: 'batchCreateVpnUsers', status: 201, body: refused })
  await page.getByRole('button', { name: 'Import 3 users' }).click()
  await expect(page.getByText('2 users created, 1 refused').first()).toBeVisible()
  await expect(page.getByRole('row', { name: /lyon\.1001.*Password used recently/ })).toBeVisible()
  expect(await namesAt(page, cloud, serverId)).toEqual(['lyon.1000', 'lyon.1002'])
  await page.getByRole('button', { name: 'Back to the rows' }).click()
  await expect(page.getByText('1 row can be imported')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Credentials (2)' })).toBeVisible()
})

test('rows that were corrected are not left without asking', async ({ page, cloud }) => {
  await open(page, cloud, prepare(cloud))
  await drop(page, 'users.csv', sheetOf(2))
  await toCheck(page)
  await page.getByRole('link', { name: 'VPN servers' }).first().click()
  await page.getByRole('dialog', { name: 'Leave without importing?' }).getByRole('button', { name: 'Leave' }).click()
  await expect(page).toHaveURL(/vpn-servers$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })

    test('no step has a violation', async ({ page, cloud }) => {
      await open(page, cloud, prepare(cloud, { connections: 2 }))
      expect(await violations(page)).toEqual([])
      await drop(page, 'users.csv', sheetOf(3))
      await expect(page.getByRole('heading', { name: 'Columns' })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await toCheck(page)
      await expect(page.getByText('1 row no longer fits')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Actions for row 2' }).click()
      await page.getByRole('menuitem', { name: 'Edit' }).click()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Cancel' }).click()
      await page.getByRole('button', { name: 'Import 2 users' }).click()
      await page.getByRole('button', { name: 'Show to print' }).click()
      await expect(page.getByRole('region', { name: 'Credentials to print' })).toBeVisible()
      expect(await violations(page)).toEqual([])
    })
  })
}
