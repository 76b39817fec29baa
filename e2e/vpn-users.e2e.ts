import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type TestCloud } from './fixtures.ts'
import { choose } from './wizards.ts'

test.use({ speed: 20 })

const firstPassword = 'Harbour-first-41'

/** A server of ten connections with three users, one of them at an address of his own. */
const seed = (cloud: TestCloud, more: object = {}) => {
  const { vpn_servers } = cloud.seed({
    p2c_gateways: [
      {
        name: 'p2c-nantes',
        max_connection_number: 10,
        server: {
          client_cidr: '10.8.0.0/24',
          groups: [{ name: 'sales' }, { name: 'support' }],
          users: [
            { name: 'nantes.01', password: firstPassword, group: 'sales', static_ip: '10.8.0.5' },
            { name: 'nantes.02', password: firstPassword },
            { name: 'nantes.03', password: firstPassword },
          ],
          ...more,
        },
      },
    ],
  })
  const at = { cloudId: cloud.id, serverId: vpn_servers[0] ?? '' }
  return {
    at,
    tab: `${paths.vpnServer(at)}?tab=users`,
    signIn: (user: string, password: string) => cloud.control.signIn(cloud.projectId, at.serverId, user, password),
    connect: (user: string) => cloud.control.connectUser(cloud.projectId, at.serverId, user),
  }
}

const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })

const act = async (page: Page, name: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

const newUser = async (page: Page, name: string) => {
  await page.getByRole('link', { name: 'Create user' }).first().click()
  await page.getByRole('textbox', { name: 'User name' }).fill(name)
}

const typePassword = async (page: Page, label: string, password: string) => {
  await page.getByLabel(label, { exact: true }).fill(password)
  await page.getByLabel('The same password again').fill(password)
}

/** Everywhere that a browser keeps things, and what the page shows: whatever of it has the secret. */
const placesOf = (page: Page, secret: string) =>
  page.evaluate((secret) => {
    const inputs = [...document.querySelectorAll('input, textarea')].map((input) => 'value' in input && input.value)
    const places = {
      'local storage': JSON.stringify(Object.entries(localStorage)),
      'session storage': JSON.stringify(Object.entries(sessionStorage)),
      cookies: document.cookie,
      address: window.location.href,
      'history state': JSON.stringify(window.history.state),
      page: document.documentElement.outerHTML,
      inputs: JSON.stringify(inputs),
    }
    return Object.entries(places).flatMap(([place, text]) => (text.includes(secret) ? [place] : []))
  }, secret)

test('a user is created with a generated password that is shown once and kept nowhere', async ({
  page,
  cloud,
  context,
  house,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { tab, signIn, connect } = seed(cloud)
  const { client_virtual_ip } = connect('nantes.02')
  const wrote: string[] = []
  page.on('request', (request) => wrote.push(request.url()))
  page.on('console', (message) => wrote.push(message.text()))
  await page.goto(tab)

  await test.step('the list says who is online, and how much room there is', async () => {
    await expect(row(page, 'nantes.02')).toContainText('Online')
    await expect(row(page, 'nantes.02')).toContainText(client_virtual_ip)
    await expect(row(page, 'nantes.01')).toContainText('Offline')
    await expect(row(page, 'nantes.01')).toContainText('sales')
    await expect(row(page, 'nantes.01')).toContainText('10.8.0.5')
    await expect(page.getByText('3 of the 10 connections of p2c-nantes are used as users: 7 more fit.')).toBeVisible()
  })

  await test.step('a group is picked and a free address suggested', async () => {
    await newUser(page, 'nantes.04')
    await page.getByRole('button', { name: 'Generate password' }).click()
    await expect(page.getByText('Strength: strong')).toBeVisible()
    await expect(page.getByLabel('The same password again')).toHaveCount(0)
    await choose(page, 'User group', /support/)
    await page.getByRole('radio', { name: 'A static IP' }).check()
    await expect(page.getByRole('textbox', { name: 'Static IP' })).toHaveValue('10.8.0.9')
    await expect(page.getByText('10.8.0.9 is free.')).toBeVisible()
  })

  const password = await page.getByLabel('Password', { exact: true }).inputValue()
  expect(password).toHaveLength(16)

  await test.step('a reload keeps what was typed, but for the password', async () => {
    await page.reload()
    await expect(page.getByRole('textbox', { name: 'User name' })).toHaveValue('nantes.04')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
    expect(await placesOf(page, password)).toEqual([])
  })

  await page.getByRole('button', { name: 'Generate password' }).click()
  const second = await page.getByLabel('Password', { exact: true }).inputValue()
  await page.getByRole('button', { name: 'Create nantes.04' }).click()
  await expect(page.getByRole('heading', { name: 'nantes.04 was created', level: 1 })).toBeVisible()

  await test.step('what the user needs is copied in one go', async () => {
    expect(await placesOf(page, second)).toEqual([])
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Copy all for the user' }).click()
    await expect(page.getByText('Copied', { exact: true })).toBeVisible()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain('User name: nantes.04')
    expect(copied).toContain(`Password: ${second}`)
    expect(copied).toContain('?tab=client-configuration')
    await page.getByRole('button', { name: 'Show the password' }).click()
    await expect(page.getByText(second, { exact: true })).toBeVisible()
  })

  await page.getByRole('link', { name: 'Back to the users' }).click()
  await expect(row(page, 'nantes.04')).toContainText('support')
  await expect(row(page, 'nantes.04')).toContainText('10.8.0.9')
  expect(await placesOf(page, second)).toEqual([])
  expect(signIn('nantes.04', second).allowed).toBe(true)

  const third = 'Typed-by-hand-77'
  await test.step('a reset shows the new password once, too', async () => {
    await act(page, 'nantes.04', 'Reset password')
    const dialog = page.getByRole('dialog', { name: 'Reset the password of nantes.04' })
    await typePassword(page, 'New password', third)
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Reset the password of nantes.04' }).click()
    const done = page.getByRole('dialog', { name: 'The password of nantes.04 was reset' })
    await expect(done).toBeVisible()
    expect(await placesOf(page, third)).toEqual([])
    await done.getByRole('button', { name: 'Show the password' }).click()
    await expect(done.getByText(third, { exact: true })).toBeVisible()
    await done.getByRole('button', { name: 'Done' }).click()
    await expect(done).toBeHidden()
  })

  expect(signIn('nantes.04', second).allowed).toBe(false)
  expect(signIn('nantes.04', third).allowed).toBe(true)
  for (const secret of [password, second, third]) {
    expect(await placesOf(page, secret)).toEqual([])
    expect(wrote.filter((text) => text.includes(secret))).toEqual([])
    expect(JSON.stringify(await house.console.store.audit.list(1_000))).not.toContain(secret)
  }
})

test('each wrong name, password and address has its answer in words', async ({ page, cloud }) => {
  const { tab } = seed(cloud)
  await page.goto(tab)
  await newUser(page, 'nantes 09')
  const send = page.getByRole('button', { name: /^Create nantes/ })
  const name = page.getByRole('textbox', { name: 'User name' })

  await test.step('names', async () => {
    await typePassword(page, 'Password', 'Good-enough-19')
    await send.click()
    await expect(page.getByText('Use 4 to 32 letters, digits, periods, underscores or hyphens.').first()).toBeVisible()
    await name.fill('nantes.01')
    await expect(page.getByText('There is a user nantes.01 already.').first()).toBeVisible()
    await name.fill('nantes.2026')
    await expect(page.getByText('There is a user nantes.01 already.')).toHaveCount(0)
  })

  await test.step('passwords', async () => {
    for (const [password, words] of [
      ['password1', 'This password is too easy to guess.'],
      ['6202.setnan', 'The password must not be the user name, forwards or backwards.'],
      ['onlyletters', 'Use at least two of: upper case, lower case, digits, special characters.'],
      ['Für-immer-77', 'Use letters, digits, spaces and common special characters only.'],
    ] as const) {
      await typePassword(page, 'Password', password)
      await send.click()
      await expect(page.getByText(words).first()).toBeVisible()
    }
    await typePassword(page, 'Password', 'Good-enough-19')
    await page.getByLabel('The same password again').fill('Good-enough-18')
    await send.click()
    await expect(page.getByText('The two are not the same.').first()).toBeVisible()
    await page.getByLabel('The same password again').fill('Good-enough-19')
  })

  await test.step('addresses, while they are typed', async () => {
    await page.getByRole('radio', { name: 'A static IP' }).check()
    const address = page.getByRole('textbox', { name: 'Static IP' })
    await address.fill('10.9.0.5')
    await expect(page.getByText('10.9.0.5 is not in the client block 10.8.0.0/24.').first()).toBeVisible()
    await address.fill('10.8.0.5')
    await expect(page.getByText('10.8.0.5 belongs to another user.').first()).toBeVisible()
    await address.fill('10.8.0.6')
    await expect(page.getByText('Use the first address of a block of four').first()).toBeVisible()
    await page.getByRole('button', { name: 'Suggest a free one' }).click()
    await expect(page.getByText('10.8.0.9 is free.').first()).toBeVisible()
  })

  expect(cloud.callsOf('createVpnUser')).toBe(0)

  await test.step('what only the cloud knows lands on the field, and the form keeps what was typed', async () => {
    cloud.fail({ operation: 'createVpnUser', status: 400, error_code: 'VPN.1314', error_msg: 'The password is weak.' })
    await send.click()
    await expect(
      page.getByText('The cloud finds this password too easy to guess: choose another.').first(),
    ).toBeVisible()
    await expect(page.getByText('nantes.2026 was not created').first()).toBeVisible()
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('Good-enough-19')
  })
})

test('a password of the last five is refused on its field', async ({ page, cloud }) => {
  const { tab } = seed(cloud)
  await page.goto(tab)
  await act(page, 'nantes.03', 'Reset password')
  await typePassword(page, 'New password', firstPassword)
  await page.getByRole('button', { name: 'Reset the password of nantes.03' }).click()
  await expect(
    page.getByText('This is one of the last five passwords of the user: choose another.').first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Generate password' }).click()
  await page.getByRole('button', { name: 'Reset the password of nantes.03' }).click()
  await expect(page.getByRole('dialog', { name: 'The password of nantes.03 was reset' })).toBeVisible()
})

test('a create whose answer is lost makes one user, and shows the password all the same', async ({ page, cloud }) => {
  const { tab, signIn } = seed(cloud)
  await page.goto(tab)
  await newUser(page, 'nantes.05')
  await typePassword(page, 'Password', 'Lost-and-found-5')
  cloud.fail({ operation: 'createVpnUser', drop: 'after' })
  await page.getByRole('button', { name: 'Create nantes.05' }).click()
  await expect(page.getByRole('heading', { name: 'nantes.05 was created', level: 1 })).toBeVisible()
  expect(signIn('nantes.05', 'Lost-and-found-5').allowed).toBe(true)
  await page.getByRole('link', { name: 'Back to the users' }).click()
  await expect(row(page, 'nantes.05')).toHaveCount(1)
})

test('a user is moved to another group, loses the address and gets a description', async ({ page, cloud }) => {
  const { tab } = seed(cloud)
  await page.goto(tab)
  await act(page, 'nantes.01', 'Edit')
  await expect(page.getByRole('heading', { name: 'Edit nantes.01', level: 1 })).toBeVisible()
  await choose(page, 'User group', /support/)
  await expect(page.getByText('The user is moved: out of the old group, into this one.')).toBeVisible()
  await page.getByRole('radio', { name: 'Any free one, at each connection' }).check()
  await page.getByRole('textbox', { name: 'Description' }).fill('second floor')
  await page.getByRole('button', { name: 'Save nantes.01' }).click()
  await expect(page.getByText('Use at most 64 letters, digits or underscores.').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Description' }).fill('second_floor')
  await page.getByRole('button', { name: 'Save nantes.01' }).click()
  await expect(page.getByText('nantes.01 was changed.')).toBeVisible()
  await expect(row(page, 'nantes.01')).toContainText('support')
  await expect(row(page, 'nantes.01')).toContainText('second_floor')
  await expect(row(page, 'nantes.01')).not.toContainText('10.8.0.5')
})

test('users are deleted together, after their names and who is cut', async ({ page, cloud }) => {
  const { tab, connect } = seed(cloud)
  connect('nantes.02')
  await page.goto(tab)
  await expect(row(page, 'nantes.02')).toContainText('Online')
  await page.getByRole('checkbox', { name: 'Choose nantes.02' }).check()
  await page.getByRole('checkbox', { name: 'Choose nantes.03' }).check()
  await page.getByRole('button', { name: 'With 2 users' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete 2 users' })
  await expect(dialog).toContainText('nantes.02 is online now and is cut at once.')
  await expect(dialog.getByRole('list', { name: 'Users to delete' }).getByRole('listitem')).toHaveCount(2)
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
  await expect(dialog).toContainText('Type it exactly: 2 users')
  await dialog.getByRole('textbox').fill('2 users')
  await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
  await expect(page.getByText('2 users were deleted.')).toBeVisible()
  await expect(row(page, 'nantes.02')).toHaveCount(0)
  await expect(row(page, 'nantes.01')).toBeVisible()
  expect(cloud.callsOf('batchDeleteVpnUsers')).toBe(1)

  await act(page, 'nantes.01', 'Delete')
  await page
    .getByRole('dialog', { name: 'Delete user nantes.01' })
    .getByRole('button', { name: 'Delete nantes.01' })
    .click()
  await expect(page.getByText('No users', { exact: true })).toBeVisible()
})

test('where nobody may see the connections, nobody is called offline', async ({ page, cloud }) => {
  const { tab, connect } = seed(cloud)
  connect('nantes.02')
  cloud.fail({
    operation: 'listP2cVgwConnections',
    times: 0,
    status: 403,
    error_code: 'VPN.0003',
    error_msg: 'No permission to list the connections.',
  })
  await page.goto(tab)
  await expect(row(page, 'nantes.02')).toContainText('Unknown')
  await expect(page.getByText('Who is online is not known: No permission to list the connections.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Offline' })).toHaveCount(0)
  await act(page, 'nantes.02', 'Delete')
  await expect(page.getByRole('dialog')).toContainText('Whether the user is online is not known')
})

test('a full server takes nobody, and one with certificates has other ways', async ({ page, cloud }) => {
  const users = Array.from({ length: 10 }, (_, index) => ({ name: `brest.0${index}` }))
  const { tab, at } = seed(cloud, { users })
  await page.goto(tab)
  await expect(page.getByText('no more fit.')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create user' })
  await expect(create).toBeDisabled()
  await create.hover()
  await expect(page.getByRole('tooltip')).toContainText(
    'The server has 10 users, as many as p2c-nantes has connections.',
  )

  const other = seed(cloud, { client_auth_type: 'CERT', users: [] })
  expect(other.at).not.toEqual(at)
  await page.goto(paths.vpnUserNew(other.at))
  await expect(page.getByRole('heading', { name: 'Clients sign in with certificates here' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Client CAs' })).toHaveAttribute('href', /\?tab=client-cas$/)
  await expect(page.getByRole('textbox', { name: 'User name' })).toHaveCount(0)
})

test('five hundred users are found, filtered and chosen in one list', async ({ page, cloud }) => {
  const users = Array.from({ length: 500 }, (_, index) => ({
    name: `nantes.${String(index + 1).padStart(3, '0')}`,
    ...(index % 2 === 0 && { group: 'sales' }),
  }))
  const { tab, connect } = seed(cloud, { users })
  connect('nantes.321')
  await page.goto(tab)
  await expect(page.getByText('500 users', { exact: true })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Find users' }).fill('nantes.32')
  await expect(row(page, 'nantes.321')).toContainText('Online')
  await expect(row(page, 'nantes.001')).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Find users' }).fill('Online')
  await expect(row(page, 'nantes.321')).toBeVisible()
  await expect(row(page, 'nantes.320')).toHaveCount(0)
})
