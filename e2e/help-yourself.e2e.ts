import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContext } from '@playwright/test'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, signIn, test, type Page, type TestCloud } from './fixtures.ts'
import { choose } from './wizards.ts'

const oldPassword = 'Loire-Atlantique-44'
const newPassword = 'Rhone-et-Saone-69!'
const names = ['nantes.01', 'nantes.02', 'nantes.03']

const seed = (cloud: TestCloud, server: object = {}) => {
  const users = names.map((name) => ({ name, password: oldPassword }))
  const [serverId = ''] = cloud.seed({
    p2c_gateways: [
      { name: 'p2c-nantes', max_connection_number: 20, server: { client_cidr: '10.8.0.0/24', users, ...server } },
    ],
  }).vpn_servers
  const at = { cloudId: cloud.id, serverId }
  return {
    at,
    overview: paths.vpnServer(at),
    users: `${paths.vpnServer(at)}?tab=users`,
    signsIn: (name: string, password: string) =>
      cloud.control.signIn(cloud.projectId, serverId, name, password).allowed,
    connect: (name: string) => cloud.control.connectUser(cloud.projectId, serverId, name).connection_id,
  }
}

/** Somebody without any account: a browser that has never seen the console. */
const asGuest = async (
  browser: Browser,
  work: (page: Page, context: BrowserContext) => Promise<void>,
  size = { width: 1280, height: 800 },
) => {
  const context = await browser.newContext({ viewport: size })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  try {
    await work(page, context)
    // Nothing of an account: neither a cookie, nor a question for a session or for anything of a cloud.
    expect(await context.cookies()).toEqual([])
    expect(asked.filter((path) => path.startsWith('/api/') && !path.startsWith('/api/self-service/'))).toEqual([])
  } finally {
    await context.close()
  }
}

const looks = async (page: Page) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await violations(page)).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expect(page.getByRole('navigation')).toHaveCount(0)
}

const phone = { width: 360, height: 740 }

const switchOn = async (page: Page, overview: string) => {
  await page.goto(overview)
  await page.getByRole('checkbox', { name: 'Users change their passwords themselves' }).click()
  const address = page.getByText(/^http.*\/help-yourself\//)
  await expect(address).toBeVisible()
  return (await address.textContent()) ?? ''
}

const fillChange = async (page: Page, name: string, given: string, next = newPassword) => {
  await page.getByLabel('VPN user name').fill(name)
  await page.getByLabel('Old password').fill(given)
  await page.getByLabel('New password', { exact: true }).fill(next)
  await page.getByLabel('The new password again').fill(next)
  await page.getByRole('button', { name: 'Change the password' }).click()
}

test('a VPN user without an account changes his password on the page of his server', async ({
  page,
  cloud,
  browser,
}) => {
  const { overview, signsIn } = seed(cloud)
  const address = await switchOn(page, overview)
  expect(await violations(page)).toEqual([])
  await asGuest(
    browser,
    async (guest) => {
      await guest.goto(address)
      await expect(guest.getByRole('heading', { level: 1, name: 'Change your VPN password' })).toBeVisible()
      expect(await guest.locator('body').textContent()).not.toMatch(/p2c-nantes|Test cloud/)
      await looks(guest)
      const refused = guest.getByText('The user name or the old password is wrong. Nothing was changed.').first()
      await fillChange(guest, 'nobody.01', oldPassword)
      await expect(refused).toBeVisible()
      await looks(guest)
      await fillChange(guest, 'nantes.01', 'Not-his-password-1')
      await expect(refused).toBeVisible()
      expect(await guest.getByLabel('New password', { exact: true }).inputValue()).toBe(newPassword)
      await guest.getByLabel('Old password').fill(oldPassword)
      await guest.getByRole('button', { name: 'Change the password' }).click()
      await expect(guest.getByText('Your password is changed').first()).toBeVisible()
    },
    phone,
  )
  expect(signsIn('nantes.01', newPassword)).toBe(true)
})

test('a new password that is refused has words at its field, also those of the cloud alone', async ({
  page,
  cloud,
  browser,
}) => {
  const { overview, signsIn } = seed(cloud)
  const address = await switchOn(page, overview)
  await asGuest(browser, async (guest) => {
    await guest.goto(address)
    await fillChange(guest, 'nantes.01', oldPassword, 'short')
    await expect(guest.getByText('Use 8 to 32 characters.').first()).toBeVisible()
    await fillChange(guest, 'nantes.01', oldPassword)
    await expect(guest.getByText('Your password is changed').first()).toBeVisible()
    await guest.reload()
    await fillChange(guest, 'nantes.01', newPassword, oldPassword)
    await expect(guest.getByText('This is one of your last five passwords. Choose another.').first()).toBeVisible()
  })
  expect(signsIn('nantes.01', newPassword)).toBe(true)
})

test('while the cloud is down nothing that was typed is lost', async ({ page, cloud, browser }) => {
  const { overview } = seed(cloud)
  const address = await switchOn(page, overview)
  cloud.fail({ operation: 'updateVpnUserPassword', times: 1, status: 500, error_code: 'VPN.0003', error_msg: 'no' })
  await asGuest(browser, async (guest) => {
    await guest.goto(address)
    await fillChange(guest, 'nantes.01', oldPassword)
    await expect(guest.getByText('The VPN service cannot be reached just now').first()).toBeVisible()
    await guest.getByRole('button', { name: 'Change the password' }).click()
    await expect(guest.getByText('Your password is changed').first()).toBeVisible()
  })
})

test('without the address of a page it is asked for, and none is named', async ({ page, cloud, browser }) => {
  const { overview } = seed(cloud)
  const other = seed(cloud)
  const address = await switchOn(page, overview)
  await asGuest(browser, async (guest) => {
    // The only page that is on is found.
    await guest.goto(paths.helpYourself())
    await expect(guest.getByLabel('VPN user name')).toBeVisible()
  })
  await switchOn(page, other.overview)
  await asGuest(
    browser,
    async (guest) => {
      await guest.goto(paths.helpYourself())
      const field = guest.getByLabel('Address from your invitation')
      await expect(field).toBeVisible()
      await looks(guest)
      await field.fill('nothing')
      await guest.getByRole('button', { name: 'Continue' }).click()
      await expect(guest.getByText('This is no address of such a page. Copy it again.').first()).toBeVisible()
      await field.fill(address)
      await guest.getByRole('button', { name: 'Continue' }).click()
      await expect(guest.getByLabel('VPN user name')).toBeVisible()
    },
    phone,
  )
  // A page that is switched off is none.
  await page.goto(overview)
  await page.getByRole('checkbox', { name: 'Users change their passwords themselves' }).click()
  await expect(page.getByText(/^http.*\/help-yourself\//)).toHaveCount(0)
  await asGuest(browser, async (guest) => {
    await guest.goto(address)
    await expect(guest.getByText('There is no such page, or it is not in use any more.')).toBeVisible()
  })
})

const links = async (page: Page) => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download names and links' }).click()
  const text = await readFile(await (await waiting).path(), 'utf8')
  return new Map(
    text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const [name = '', link = ''] = line.split(',')
        return [name, link] as const
      }),
  )
}

const setPassword = async (guest: Page) => {
  await guest.getByLabel('New password', { exact: true }).fill(newPassword)
  await guest.getByLabel('The new password again').fill(newPassword)
  await guest.getByRole('button', { name: 'Set the password' }).click()
  await expect(guest.getByText('Your password is set').first()).toBeVisible()
}

const profile = async (guest: Page, system: string) => {
  const waiting = guest.waitForEvent('download')
  await guest.getByRole('button', { name: `Download the profile for ${system}` }).click()
  const saved = await waiting
  return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') }
}

test('invited users set their passwords with a link that works once, and fetch their profiles', async ({
  page,
  cloud,
  browser,
}) => {
  const { users, signsIn } = seed(cloud)
  await page.goto(users)
  await page.getByRole('checkbox', { name: /nantes\.01/ }).check()
  await page.getByRole('checkbox', { name: /nantes\.02/ }).check()
  await page.getByRole('button', { name: 'With 2 users' }).click()
  await page.getByRole('menuitem', { name: 'Invite' }).click()
  await choose(page, 'Good for', '7 days')
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  await expect(page.getByRole('row', { name: /^nantes\.01 http/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  const made = await links(page)
  expect([...made.keys()]).toEqual(['nantes.01', 'nantes.02'])
  const [first = '', second = ''] = made.values()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.locator('body')).not.toContainText(first.split('#')[1] ?? 'no token')

  await asGuest(
    browser,
    async (guest) => {
      await guest.goto(first)
      await expect(guest.getByText('Your VPN user name is nantes.01.')).toBeVisible()
      await looks(guest)
      await setPassword(guest)
      await expect(guest.getByRole('heading', { name: /^Install it on/ })).toBeVisible()
      await looks(guest)
      await choose(guest, 'Your system', 'Android')
      const { name, text } = await profile(guest, 'Android')
      expect(name).toBe('p2c-nantes-android.ovpn')
      expect(text).toContain('remote ')
      await expect(guest.getByText(/open the profile, and let Android allow the VPN connection/)).toBeVisible()
      // For half an hour the link leads back here, for another device; the password is not set a second time.
      await guest.reload()
      await expect(guest.getByText('Your password is set').first()).toBeVisible()
      await expect(guest.getByLabel('New password', { exact: true })).toHaveCount(0)
    },
    phone,
  )
  expect(signsIn('nantes.01', newPassword)).toBe(true)
  expect(signsIn('nantes.02', oldPassword)).toBe(true)

  await page.getByRole('button', { name: 'Invitations' }).click()
  const row = (name: string) => page.getByRole('row').filter({ hasText: name }).filter({ hasText: 'admin' })
  await expect(row('nantes.01')).toContainText('Used')
  await expect(row('nantes.02')).toContainText('Not opened yet')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Actions for the link of nantes.02' }).click()
  await page.getByRole('menuitem', { name: 'Revoke' }).click()
  await page.getByRole('button', { name: 'Revoke the link of nantes.02' }).click()
  await expect(row('nantes.02')).toContainText('Revoked')
  await asGuest(browser, async (guest) => {
    for (const link of [second, `${second}x`, `${paths.vpnInvitation()}#nothing`]) {
      await guest.goto('about:blank')
      await guest.goto(link)
      await expect(guest.getByText(/^This link cannot be used/)).toBeVisible()
    }
  })
})

test('a user who was deleted meanwhile is told so in words', async ({ page, cloud, browser }) => {
  const { users } = seed(cloud)
  await page.goto(users)
  await page.getByRole('button', { name: 'Actions for nantes.03' }).click()
  await page.getByRole('menuitem', { name: 'Invite' }).click()
  await page.getByRole('button', { name: 'Make 1 link' }).click()
  const [link = ''] = (await links(page)).values()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Actions for nantes.03' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page
    .getByRole('button', { name: /^Delete/ })
    .last()
    .click()
  await expect(page.getByRole('link', { name: 'nantes.03' })).toHaveCount(0)
  await asGuest(browser, async (guest) => {
    await guest.goto(link)
    await expect(guest.getByText(/The VPN user nantes\.03 does not exist any more/).first()).toBeVisible()
  })
})

test('after an import the new users are invited together', async ({ page, cloud }) => {
  const { at } = seed(cloud)
  await page.goto(paths.vpnUserImport(at))
  const sheet = `Name,Password\nlyon.01,${oldPassword}\nlyon.02,${oldPassword}\n`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Import 2 users' }).click()
  await page.getByRole('button', { name: 'Invite 2 users' }).click()
  await page.getByRole('button', { name: 'Make 2 links' }).click()
  expect([...(await links(page)).keys()].toSorted()).toEqual(['lyon.01', 'lyon.02'])
})

test('where people have certificates, a link leads to the profile and says what else is needed', async ({
  page,
  cloud,
  browser,
}) => {
  const { overview } = seed(cloud, { client_auth_type: 'CERT', users: [] })
  await page.goto(overview)
  await page.getByRole('button', { name: 'Make links to the profile' }).click()
  await page.getByLabel('For whom').fill('Laptop of Nantes')
  await page.getByRole('button', { name: 'Make 1 link' }).click()
  const [link = ''] = (await links(page)).values()
  await asGuest(browser, async (guest) => {
    await guest.goto(link)
    await expect(guest.getByText(/you also need a certificate and its private key/)).toBeVisible()
    await guest.getByRole('button', { name: 'Go on to the profile' }).click()
    await choose(guest, 'Your system', 'Windows')
    expect((await profile(guest, 'Windows')).name).toBe('p2c-nantes-windows.ovpn')
    await looks(guest)
  })
})

const userIdOf = async (url: string, { cloudId, serverId }: { cloudId: string; serverId: string }, name: string) => {
  const [cookie] = await signIn(url)
  const path = `/api/clouds/${cloudId}/vpn/v5/-/p2c-vpn-gateways/vpn-servers/${serverId}/users`
  const answer = await fetch(url + path, { headers: { cookie: `${cookie?.name}=${cookie?.value}` } })
  // The shape is the cloud's own answer.
  const { users } = (await answer.json()) as { users: { id: string; name: string }[] }
  return users.find((user) => user.name === name)?.id ?? ''
}

test.describe('a person linked to a VPN user', () => {
  test.use({ signedOut: true })

  test('sees his connections and ends them, changes his password, fetches his profile, and sees nothing else', async ({
    page,
    cloud,
    house,
  }) => {
    const { at, signsIn, connect } = seed(cloud)
    connect('nantes.01')
    connect('nantes.02')
    const { store } = house.console
    const userName = `person-${cloud.id}`
    const password = 'harbour-and-lighthouse'
    const { id } = await store.people.create({ name: userName, password, roles: [] })
    // The same id that the list of users shows.
    const vpnUserId = await userIdOf(house.url, at, 'nantes.01')
    const scope = { type: 'vpn-user', cloudId: cloud.id, scopeId: at.serverId, vpnUserId } as const
    await store.grants.give({ type: 'person', id }, 'vpn-user', scope, 'admin')

    await page.goto(paths.myVpn())
    await page.getByLabel('User name').fill(userName)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'My VPN access' })).toBeVisible()
    const mine = page.getByRole('region', { name: 'nantes.01 on p2c-nantes' })
    const ends = mine.getByRole('button', { name: /^End this connection/ })
    await expect(ends).toHaveCount(1)
    await looks(page)
    await ends.click()
    await expect(mine.getByText('No device of yours is connected.')).toBeVisible()

    await mine.getByRole('button', { name: 'Set up a device' }).click()
    await choose(page, 'Your system', 'iOS')
    expect((await profile(page, 'iOS')).text).toContain('remote ')

    await mine.getByRole('button', { name: 'Change the password' }).first().click()
    await page.getByLabel('Old password').fill(oldPassword)
    await page.getByLabel('New password', { exact: true }).fill(newPassword)
    await page.getByLabel('The new password again').fill(newPassword)
    await looks(page)
    await mine.getByRole('button', { name: 'Change the password' }).last().click()
    await expect(page.getByText('The password of nantes.01 is changed.').first()).toBeVisible()
    expect(signsIn('nantes.01', newPassword)).toBe(true)

    // What is not his is not there, also by hand.
    const api = `/api/clouds/${cloud.id}/vpn/v5/-/p2c-vpn-gateways/vpn-servers/${at.serverId}/users`
    expect((await page.request.get(api)).status()).toBe(404)
    await page.setViewportSize(phone)
    await looks(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  })
})
