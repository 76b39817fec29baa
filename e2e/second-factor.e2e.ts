import { readFile } from 'node:fs/promises'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page, type Somebody } from './fixtures.ts'
import { stepNow, totp } from './totp.ts'

const tab = `${paths.myAccount()}?tab=second-factor`

/** The secret that is written beside the QR code. */
const shownSecret = (page: Page) => page.getByText(/^[A-Z2-7]{4}(?: [A-Z2-7]{4})+$/).innerText()

/** Sets it up as somebody does, and gives what he noted. */
const enrol = async ({ page, password }: Somebody) => {
  await page.goto(tab)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('img', { name: /^QR code of the secret/ })).toBeVisible()
  const secret = await shownSecret(page)
  const step = stepNow()
  await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret, step))
  await page.getByRole('button', { name: 'Turn on' }).click()
  const list = page.getByRole('list', { name: 'Recovery codes' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  return { secret, step, recoveryCodes: await list.getByRole('listitem').allInnerTexts() }
}

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out').first()).toBeVisible()
}

/** As far as the code. */
const signInWith = async (page: Page, { userName, password }: Somebody, code: string) => {
  await page.goto(paths.signIn(paths.myAccount()))
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'My account', level: 1 })).toBeVisible()
const isRefused = (page: Page) => expect(page.getByRole('alert')).toContainText(/code/i)

test('a second factor is set up, asked for at the sign-in, and no code of it works twice', async ({
  cloud,
  somebody,
}) => {
  const lea = await somebody({ role: 'support', scope: { type: 'account', cloudId: cloud.id } })
  const { page } = lea
  const { secret, step, recoveryCodes } = await enrol(lea)
  const [recoveryCode = ''] = recoveryCodes
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 left')).toBeVisible()
  await signOut(page)

  const wrong = totp(secret, step + 500)
  await signInWith(page, lea, wrong)
  await isRefused(page)
  // The code that turned it on is used up; the next one is not.
  const code = totp(secret, step + 1)
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(page)
  await signOut(page)

  await signInWith(page, lea, code)
  await isRefused(page)
  await page.getByRole('textbox', { name: 'Code' }).fill(recoveryCode)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isIn(page)
  await page.goto(tab)
  await expect(page.getByText('9 left')).toBeVisible()
  await signOut(page)

  await signInWith(page, lea, recoveryCode)
  await isRefused(page)
})

test('recovery codes are downloaded once and made anew; turning it off asks for password and code', async ({
  somebody,
}) => {
  const lea = await somebody()
  const { page } = lea
  const { secret, step, recoveryCodes } = await enrol(lea)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  for (const recoveryCode of recoveryCodes) expect(file).toContain(recoveryCode)
  await page.getByRole('button', { name: 'I have kept them' }).click()

  const prove = async (password: string, code: string, button: string) => {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByLabel(/^Code/).fill(code)
    await dialog.getByRole('button', { name: button }).click()
  }
  await page.getByRole('button', { name: 'New recovery codes' }).click()
  await prove('not-the-password', totp(secret, step + 1), 'Make new codes')
  await expect(page.getByText('This is not your password.').first()).toBeVisible()
  await prove(lea.password, totp(secret, step + 1), 'Make new codes')
  const made = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(made).toHaveCount(10)
  const [newCode = ''] = await made.allInnerTexts()
  expect(recoveryCodes).not.toContain(newCode)
  await page.getByRole('button', { name: 'I have kept them' }).click()

  await page.getByRole('button', { name: 'Turn off' }).click()
  await prove(lea.password, recoveryCodes[0] ?? '', 'Turn off')
  await expect(page.getByText(/^This code is not right/).first()).toBeVisible()
  await prove(lea.password, newCode, 'Turn off')
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('a wrong password or code sets nothing up', async ({ somebody }) => {
  const lea = await somebody()
  const { page } = lea
  await page.goto(tab)
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByLabel('Your password').fill('not-the-password')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('This is not your password.').first()).toBeVisible()
  await page.getByLabel('Your password').fill(lea.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  const secret = await shownSecret(page)
  await page.getByRole('textbox', { name: 'Code' }).fill('12345')
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText('Enter the six digits that the authenticator shows.').first()).toBeVisible()
  await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret, stepNow() + 500))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByText(/^This code is not right/).first()).toBeVisible()
  await page.goto(tab)
  await expect(page.getByText('Off', { exact: true })).toBeVisible()
})

test('its pages are accessible', async ({ somebody }) => {
  const lea = await somebody()
  const { page } = lea
  await page.goto(tab)
  await expect(page.getByRole('button', { name: 'Set up' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Set up' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Your password').fill(lea.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  const secret = await shownSecret(page)
  expect(await violations(page)).toEqual([])
  await page.getByRole('textbox', { name: 'Code' }).fill(totp(secret))
  await page.getByRole('button', { name: 'Turn on' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await violations(page)).toEqual([])
})
