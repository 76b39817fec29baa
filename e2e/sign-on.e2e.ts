import { createConsole, type Console } from '@vpn-console/bff/app'
import type { SignOnSettings } from '@vpn-console/api-client'
import { startProvider, type TestProvider } from '../apps/bff/src/testing/provider.ts'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { admin, expect, signIn, test as base, webDir, type Page } from './fixtures.ts'

const cloudId = 'office'
const accounts = {
  paris: { name: 'Paris', groups: ['vpn-admins', 'everybody'] },
  lyon: { name: 'Lyon', groups: ['everybody'] },
  nameless: { groups: ['vpn-admins'] },
}

/** A console of its own that people sign in to by a provider: the settings are for all of a console's people. */
type Office = {
  console: Console
  url: string
  provider: TestProvider
  settings: SignOnSettings
  save: (changes?: Partial<SignOnSettings>) => Promise<void>
  /** Lets the console's clock run ahead. */
  pass: (ms: number) => void
}

const test = base.extend<{ isSetUp: boolean; office: Office }>({
  isSetUp: [true, { option: true }],
  signedOut: true,
  office: async ({ house, isSetUp }, use) => {
    let ahead = 0
    const console = await createConsole({
      dataDir: null,
      adminPassword: admin.password,
      allowPrivateEndpoints: true,
      logLevel: 'silent',
      webDir,
      now: () => Date.now() + ahead,
    })
    const { url } = await console.listen(0)
    const project = house.emulator.control.createProject({ estate: 'demo', speed: 10 })
    console.clouds.connect({
      id: cloudId,
      name: 'Office',
      vendor: 'emulator',
      region: project.region,
      projectId: project.projectId,
      credentials: { ak: project.ak, sk: project.sk },
      endpoint: house.emulatorUrl,
    })
    const provider = await startProvider({ consoles: [url], accounts })
    const settings: SignOnSettings = {
      enabled: true,
      issuer: provider.issuer,
      clientId: 'vpn-console',
      scopes: 'openid profile groups',
      nameClaim: 'name',
      groupsClaim: 'groups',
      buttonText: 'Sign in with Example',
      allowsPasswords: true,
      signsOutAtProvider: true,
    }
    const save = (changes: Partial<SignOnSettings> = {}) => console.store.signOn.save({ ...settings, ...changes }, null)
    await console.store.grants.give({ type: 'group', id: 'vpn-admins' }, 'network-admin', { type: 'all' }, 'test')
    if (isSetUp) await save()
    await use({ console, url, provider, settings, save, pass: (ms) => (ahead += ms) })
    await provider.close()
    await console.close()
    house.emulator.control.deleteProject(project.projectId)
  },
  baseURL: async ({ office }, use) => {
    await use(office.url)
  },
})

const logIn = async (page: Page, account: string) => {
  await page.getByLabel('Account').fill(account)
  await page.getByRole('button', { name: 'Log in' }).click()
}

const enter = async (page: Page, account: string, to = '/') => {
  await page.goto(to)
  await page.getByRole('link', { name: 'Sign in with Example' }).click()
  await logIn(page, account)
}

const asAdmin = async (page: Page, { url }: Office) => {
  await page.context().addCookies(await signIn(url))
}

test('somebody comes to the page he asked for, with the role of his group, and leaves at the provider too', async ({
  page,
  context,
}) => {
  const wanted = paths.customerGateways({ cloudId })
  await page.goto(wanted)
  const planted = 'x'.repeat(43)
  await context.addCookies([{ name: 'vpn-console', value: planted, url: new URL(page.url()).origin }])
  await expect(page.getByRole('link', { name: 'Sign in with Example' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in with Example' }).click()
  await logIn(page, 'paris')
  await expect(page).toHaveURL(wanted)
  await expect(page.getByRole('heading', { name: /^Customer gateways/, level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create customer gateway' }).first()).toBeEnabled()

  const cookies = await context.cookies(page.url())
  const ours = cookies.find(({ name }) => name === 'vpn-console')
  expect(ours).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
  expect(ours?.value).not.toBe(planted)
  expect(cookies.find(({ name }) => name === 'vpn-sign-on')).toMatchObject({ httpOnly: true, sameSite: 'Lax' })

  await page.getByRole('button', { name: 'Signed in as Paris' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByRole('link', { name: 'Sign in with Example' }).click()
  await expect(page.getByLabel('Account'), 'asked anew').toBeVisible()
})

test('who has no role is signed in, and told which groups came', async ({ page }) => {
  await enter(page, 'lyon')
  await expect(page.getByRole('heading', { name: 'There is nothing here for you yet' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('everybody')
  await expect(page.getByRole('main')).toContainText('Ask an administrator')
  expect(await violations(page)).toEqual([])
})

test('who goes back in his history is signed in still', async ({ page }) => {
  await enter(page, 'paris')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto(`/api/sign-on/callback?code=used&state=${'x'.repeat(43)}`)
  await expect(page.getByRole('heading', { name: 'You are signed in already' })).toBeVisible()
  await page.getByRole('link', { name: 'Go on to the console' }).click()
  await expect(page.getByRole('button', { name: 'Signed in as Paris' })).toBeVisible()
})

test.describe('a sign-in that does not come to its end says what to do:', () => {
  test('the provider is down', async ({ page, office }) => {
    office.provider.setFault((_request, response) => {
      response.writeHead(503).end()
      return true
    })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Sign in with Example' }).click()
    await expect(page.getByRole('alert')).toContainText('does not answer')
    expect(await violations(page)).toEqual([])
    // There is another way, and the provider comes back.
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
    office.provider.setFault(undefined)
    await page.getByRole('link', { name: 'Sign in with Example' }).click()
    await expect(page.getByLabel('Account')).toBeVisible()
  })

  test('a claim is missing', async ({ page }) => {
    await enter(page, 'nameless')
    await expect(page.getByRole('alert')).toContainText('did not tell your name')
  })

  test('the person turns back', async ({ page }) => {
    const wanted = paths.customerGateways({ cloudId })
    await page.goto(wanted)
    await page.getByRole('link', { name: 'Sign in with Example' }).click()
    await page.getByRole('link', { name: 'Cancel' }).click()
    await expect(page.getByRole('alert')).toContainText('you turned back')
    await expect(page).toHaveURL(/to=%2Fclouds/)
  })

  test('the way back was begun in another browser', async ({ page, browser, office }) => {
    const other = await browser.newPage({ baseURL: office.url })
    await other.goto('/sign-in')
    const began = other.waitForRequest(/\/auth\?/).then((request) => new URL(request.url()).searchParams.get('state'))
    await other.getByRole('link', { name: 'Sign in with Example' }).click()
    const state = await began
    await other.close()
    // He is on a way of his own, and is led onto the other's.
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Sign in with Example' }).click()
    await expect(page.getByLabel('Account')).toBeVisible()
    await page.goto(`${office.url}/api/sign-on/callback?code=anything&state=${state}`)
    await expect(page.getByRole('alert')).toContainText('Begin again')
    expect((await page.context().cookies()).find(({ name }) => name === 'vpn-console')).toBeUndefined()
  })
})

test('a page with something unsaved waits for the sign-in in another tab', async ({ page, office }) => {
  await enter(page, 'paris', paths.customerGatewayNew({ cloudId }))
  await page.getByLabel('Name', { exact: true }).fill('cgw-lyon')
  await page.getByRole('textbox', { name: 'IP address' }).fill('192.0.2.10')
  const person = (await office.console.store.people.all()).find(({ source }) => source === 'sso')
  await office.console.store.sessions.endAll(String(person?.id))
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
  await expect(dialog).toBeVisible()
  expect(await violations(page)).toEqual([])
  const opening = page.waitForEvent('popup')
  await dialog.getByRole('link', { name: /Sign in with Example/ }).click()
  const tab = await opening
  await expect(tab.getByRole('heading', { name: 'You are signed in again' })).toBeVisible()
  expect(await violations(tab)).toEqual([])
  await tab.close()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('cgw-lyon')
  await page.getByRole('button', { name: 'Create customer gateway' }).click()
  await expect(page.getByRole('heading', { name: 'cgw-lyon', level: 1 })).toBeVisible()
})

test('who leaves his desk is warned, can stay, and is signed out in the end', async ({ page, office }) => {
  await asAdmin(page, office)
  await page.clock.install()
  await page.goto(paths.customerGateways({ cloudId }))
  await expect(page.getByRole('heading', { name: /^Customer gateways/, level: 1 })).toBeVisible()
  const leave = async (minutes: number) => {
    office.pass(minutes * 60_000)
    await page.clock.fastForward(minutes * 60_000)
  }
  const notice = page.getByRole('region', { name: 'End of your session' })
  const before = await page.evaluate(() => document.activeElement?.tagName)
  await leave(28.5)
  await expect(notice).toContainText('You will be signed out in 2 minutes')
  expect(await page.evaluate(() => document.activeElement?.tagName), 'the focus stays').toBe(before)
  expect(await violations(page)).toEqual([])
  await notice.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(notice).toBeHidden()
  await leave(28.5)
  await expect(notice).toBeVisible()
  await leave(3)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page).toHaveURL(/to=%2Fclouds/)
})

test.describe('an administrator', () => {
  test.use({ isSetUp: false })

  test('sets the sign-on up, tries it, gives a group a role, and switches it on', async ({ page, office, browser }) => {
    // It goes through three browsers and looks at each of their pages.
    test.slow()
    await asAdmin(page, office)
    await page.goto(paths.signOn())
    await page.getByRole('link', { name: 'Set up sign-on' }).click()
    await expect(page.getByText(`${office.url}/api/sign-on/callback`)).toBeVisible()
    await page.getByLabel('Issuer').fill(`${office.provider.issuer}/wrong`)
    await page.getByRole('button', { name: 'Test the provider' }).click()
    await expect(page.getByText('does not fit')).toBeVisible()
    await page.getByLabel('Issuer').fill(office.provider.issuer)
    await page.getByRole('button', { name: 'Test the provider' }).click()
    await expect(page.getByText(`The provider answered as ${office.provider.issuer}.`)).toBeVisible()
    await page.getByLabel('Client id').fill('vpn-console')
    await page.getByRole('radio', { name: 'None' }).check()
    await page.getByLabel('Scopes').fill('openid profile groups')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Switched off', { exact: true })).toBeVisible()

    await page.getByRole('button', { name: 'Try a sign-in' }).click()
    const opening = page.waitForEvent('popup')
    await page.getByRole('link', { name: /sign in at the provider/ }).click()
    const tab = await opening
    await logIn(tab, 'paris')
    await expect(tab.getByText('You would be named Paris')).toBeVisible()
    await expect(tab.getByRole('listitem').filter({ hasText: 'vpn-admins' })).toBeVisible()
    expect(await violations(tab)).toEqual([])
    await tab.close()

    await page.getByRole('tab', { name: 'Groups and their roles' }).click()
    await page.getByLabel('Another group').fill('everybody')
    await page.getByRole('button', { name: 'Show its roles' }).click()
    await page.getByRole('button', { name: 'Give a role' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    expect(await violations(page)).toEqual([])

    await page.getByRole('link', { name: 'Edit the settings' }).click()
    await page.getByRole('checkbox', { name: /Switch the sign-on/ }).check()
    await page.getByRole('radio', { name: 'For administrators alone' }).check()
    await page.getByRole('button', { name: 'Save the settings' }).click()
    await expect(page.getByText('Switched on', { exact: true })).toBeVisible()

    const visitor = await browser.newPage({ baseURL: office.url })
    await visitor.goto('/sign-in')
    await expect(visitor.getByRole('link', { name: 'Sign in with your organization' })).toBeVisible()
    await expect(visitor.getByLabel('User name')).toBeHidden()
    await visitor.getByRole('button', { name: 'Sign in with a password, as an administrator' }).click()
    await visitor.getByLabel('User name').fill(admin.userName)
    await visitor.getByLabel('Password', { exact: true }).fill(admin.password)
    await visitor.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(visitor.getByRole('button', { name: 'Signed in as admin' })).toBeVisible()
    await visitor.close()
  })
})
