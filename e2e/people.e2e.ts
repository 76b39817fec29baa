import type { BrowserContextOptions } from '@playwright/test'
import { paths } from '../apps/web/src/paths.ts'
import { violations } from './axe.ts'
import { expect, test, type Page } from './fixtures.ts'

const password = 'vier kleine graue Katzen'
const nextPassword = 'fünf große braune Hunde'

let count = 0
const newName = () => `lyon-${process.pid}-${(count += 1)}`

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

const setPassword = async (page: Page, chosen = password, label = 'New password') => {
  await page.getByLabel(label, { exact: true }).fill(chosen)
  await page.getByLabel('The same password again').fill(chosen)
}

const signIn = async (page: Page, userName: string, given: string) => {
  await page.getByLabel('User name').fill(userName)
  await page.getByLabel('Password', { exact: true }).fill(given)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The link on the screen of who made it: it is shown there and nowhere else. */
const shownLink = async (page: Page) => {
  const message = await page.getByRole('textbox', { name: 'What to write' }).inputValue()
  return /http\S+\/link#\S+/.exec(message)?.[0] ?? ''
}

const withAction = async (page: Page, userName: string, action: string) => {
  await page.getByRole('button', { name: `Actions for ${userName}` }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

const invite = async (page: Page, userName: string) => {
  await page.goto(paths.personInvite())
  await page.getByLabel('User name').fill(userName)
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(heading(page, `${userName} is invited`)).toBeVisible()
  return shownLink(page)
}

type Second = (options?: BrowserContextOptions) => Promise<Page>

const asPeople = test.extend<{ second: Second }>({
  /** A window of somebody else, on a machine of his own. */
  second: async ({ browser, contextOptions, house }, use) => {
    const contexts: { close: () => Promise<void> }[] = []
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...options, baseURL: house.url })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

for (const colorScheme of ['light', 'dark'] as const) {
  asPeople.describe(`an invitation, in ${colorScheme}`, () => {
    asPeople.use({ colorScheme })

    asPeople('leads from the form to a first sign-in with a role', async ({ page, cloud, second }) => {
      const userName = newName()
      await page.goto(paths.people())
      await expect(heading(page, /^People/)).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page
        .getByRole('button', { name: 'Invite a person' })
        .or(page.getByRole('link', { name: 'Invite a person' }))
        .first()
        .click()
      await page.getByLabel('User name').fill('two words')
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      await expect(page.getByText('without spaces')).toBeVisible()
      await page.getByLabel('User name').fill(userName)
      await page.getByLabel('Contact').fill('desk 4')
      await page.getByLabel('Role - optional').click()
      await page.getByRole('option', { name: /^Support/ }).click()
      await page.getByLabel('Where it holds').click()
      await page.getByRole('option', { name: /^Everywhere/ }).click()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      await expect(heading(page, `${userName} is invited`)).toBeVisible()
      expect(await violations(page)).toEqual([])
      const link = await shownLink(page)
      expect(page.url(), 'the token is in no address of the administrator').not.toContain('#')

      const guest = await second({ colorScheme })
      await guest.goto(link)
      await expect(heading(guest, 'Welcome')).toBeVisible()
      expect(guest.url(), 'nor in that of the guest, once it is open').toBe(new URL(paths.link(), link).href)
      await expect(guest.getByLabel('User name')).toHaveValue(userName)
      await setPassword(guest, 'password1234')
      await guest.getByRole('button', { name: 'Set password' }).click()
      await expect(guest.getByText('on the lists that are tried first.')).toBeVisible()
      expect(await violations(guest)).toEqual([])
      await setPassword(guest)
      await expect(guest.getByText('Strength: strong')).toBeVisible()
      await guest.getByRole('button', { name: 'Set password' }).click()
      await expect(heading(guest, 'Your password is set')).toBeVisible()
      await guest
        .getByRole('button', { name: 'Sign in' })
        .or(guest.getByRole('link', { name: 'Sign in' }))
        .first()
        .click()
      await signIn(guest, userName, password)
      await expect(guest.getByRole('button', { name: `Signed in as ${userName}` })).toBeVisible()
      await guest.goto(`${paths.myAccount()}?tab=roles`)
      await expect(guest.getByText('Reads everything')).toBeVisible()
      await expect(guest.getByText(`Test cloud (${cloud.region}): all of it`)).toBeVisible()

      await guest.goto(link)
      await expect(heading(guest, 'This link cannot be used')).toBeVisible()
      expect(await violations(guest)).toEqual([])

      await page
        .getByRole('link', { name: `Open ${userName}` })
        .or(page.getByRole('button', { name: `Open ${userName}` }))
        .first()
        .click()
      await expect(heading(page, userName)).toBeVisible()
      await expect(page.getByText('Active')).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: 'Links' }).click()
      await expect(page.getByRole('row', { name: /Invitation.*Used/ })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('tab', { name: 'Roles' }).click()
      await expect(page.getByRole('row', { name: /Support.*Everywhere/ })).toBeVisible()
    })
  })
}

asPeople(
  'a forgotten password: the link ends what is open, works once, and can be withdrawn',
  async ({ page, second, somebody }) => {
    const lyon = await somebody({ role: 'support', scope: { type: 'all' } })
    await lyon.page.goto(paths.myAccount())
    await expect(heading(lyon.page, 'My account')).toBeVisible()

    await page.goto(paths.person(lyon.id))
    const makeLink = async () => {
      await withAction(page, lyon.userName, 'Link for a new password')
      await page.getByRole('button', { name: 'Make link' }).click()
      const link = await shownLink(page)
      await page.getByRole('button', { name: 'Done' }).click()
      return link
    }
    const withdrawn = await makeLink()
    await page.getByRole('tab', { name: 'Links' }).click()
    await page.getByRole('button', { name: /^Actions for New password/ }).click()
    await page.getByRole('menuitem', { name: 'Withdraw', exact: true }).click()
    await page.getByRole('button', { name: 'Withdraw the link' }).click()
    await expect(page.getByRole('row', { name: /New password.*Withdrawn/ })).toBeVisible()

    const guest = await second()
    await guest.goto(withdrawn)
    await expect(heading(guest, 'This link cannot be used')).toBeVisible()
    // Another link in the same window is another page.
    await guest.goto(await makeLink())
    await expect(heading(guest, 'Choose a new password')).toBeVisible()
    await setPassword(guest)
    await guest.getByRole('button', { name: 'Set password' }).click()
    await expect(heading(guest, 'Your password is set')).toBeVisible()

    await lyon.page.getByRole('tab', { name: 'Sessions' }).click()
    await expect(lyon.page).toHaveURL(/\/sign-in/)
    await signIn(lyon.page, lyon.userName, lyon.password)
    await expect(lyon.page.getByText('User name or password is wrong.').first()).toBeVisible()
    await signIn(lyon.page, lyon.userName, password)
    await expect(heading(lyon.page, 'My account')).toBeVisible()
  },
)

asPeople('who fails too often waits, and an administrator ends the wait', async ({ page, second, somebody }) => {
  const lyon = await somebody({ role: 'support', scope: { type: 'all' } })
  const guest = await second()
  await guest.goto(paths.signIn(paths.myAccount()))
  for (let tries = 1; tries <= 4; tries += 1) {
    await signIn(guest, lyon.userName, 'wrong')
    await expect(guest.getByText('User name or password is wrong.').first()).toBeVisible()
    await expect(guest.getByLabel('Password', { exact: true })).toHaveValue('')
  }
  await signIn(guest, lyon.userName, 'wrong')
  await expect(guest.getByText('Try again in 1 minute.').first()).toBeVisible()
  await expect(guest.getByLabel('Password', { exact: true })).toHaveValue('')
  await signIn(guest, lyon.userName, lyon.password)
  await expect(guest.getByText('Try again in 1 minute.').first()).toBeVisible()

  await page.goto(paths.person(lyon.id))
  await expect(page.getByText('Has to wait')).toBeVisible()
  await withAction(page, lyon.userName, 'End the wait')
  await page.getByRole('button', { name: 'End the wait' }).last().click()
  await expect(page.getByText('Active')).toBeVisible()
  await signIn(guest, lyon.userName, lyon.password)
  await expect(heading(guest, 'My account')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  asPeople.describe(`one's own account, in ${colorScheme}`, () => {
    asPeople.use({ colorScheme })

    asPeople('password and sessions', async ({ second, somebody }) => {
      const { page, userName, password: old } = await somebody({ role: 'support', scope: { type: 'all' } })
      const elsewhere = await second({ colorScheme, userAgent: 'Mozilla/5.0 (iPhone) Version/17.5 Safari/604.1' })
      await elsewhere.goto(paths.signIn(paths.myAccount()))
      await signIn(elsewhere, userName, old)
      await expect(heading(elsewhere, 'My account')).toBeVisible()

      await page.goto(`${paths.myAccount()}?tab=sessions`)
      await expect(page.getByRole('row', { name: /Safari on iPhone/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /This one/ })).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: /^Actions for Safari on iPhone/ }).click()
      await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
      await expect(page.getByRole('row', { name: /Safari on iPhone/ })).toHaveCount(0)
      await elsewhere.goto(paths.myAccount())
      await expect(elsewhere).toHaveURL(/\/sign-in/)
      await signIn(elsewhere, userName, old)
      await expect(heading(elsewhere, 'My account')).toBeVisible()

      await page.goto(paths.myAccount())
      await page.getByLabel('Your password now').fill('not-this-one')
      await setPassword(page, nextPassword)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('This is not your password.').first()).toBeVisible()
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Your password now').fill(old)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText(/Your password is changed\. You are signed out in one other place/)).toBeVisible()
      await expect(page.getByLabel('Your password now')).toHaveValue('')

      // The session goes on under another id, and so do its changes.
      await page.getByRole('tab', { name: 'Sessions' }).click()
      await expect(page.getByRole('row', { name: /This one/ })).toBeVisible()
      await elsewhere.goto(paths.myAccount())
      await expect(elsewhere).toHaveURL(/\/sign-in/)
      await signIn(elsewhere, userName, nextPassword)
      await expect(heading(elsewhere, 'My account')).toBeVisible()
      await page.reload()
      await page.getByRole('button', { name: 'Sign out the others' }).click()
      await page.getByRole('button', { name: 'Sign out the others' }).last().click()
      await expect(page.getByText('You are signed out in 1 other place.')).toBeVisible()
      await elsewhere.reload()
      await expect(elsewhere).toHaveURL(/\/sign-in/)
    })
  })
}

asPeople('an administrator disables and deletes others, but not himself', async ({ page, somebody }) => {
  const lyon = await somebody({ role: 'support', scope: { type: 'all' } })
  await lyon.page.goto(paths.myAccount())
  await expect(heading(lyon.page, 'My account')).toBeVisible()
  await page.goto(paths.people())
  await page.getByRole('button', { name: 'Actions for admin' }).click()
  await expect(page.getByText('You cannot disable yourself.')).toBeVisible()
  await expect(page.getByText('You cannot delete yourself.')).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(paths.person(lyon.id))
  await withAction(page, lyon.userName, 'Disable')
  await page.getByRole('button', { name: `Disable ${lyon.userName}` }).click()
  await expect(page.getByText('Disabled', { exact: true })).toBeVisible()
  await lyon.page.reload()
  await expect(lyon.page).toHaveURL(/\/sign-in/)
  await withAction(page, lyon.userName, 'Delete')
  await page.getByRole('button', { name: `Delete ${lyon.userName}` }).click()
  await expect(page.getByText(`Type the name exactly: ${lyon.userName}`)).toBeVisible()
  await page.getByLabel(`Type ${lyon.userName} to confirm`).fill(lyon.userName)
  await page.getByRole('button', { name: `Delete ${lyon.userName}` }).click()
  await expect(heading(page, /^People/)).toBeVisible()
  await page.goto(paths.person(lyon.id))
  await expect(heading(page, /nothing|not found|no such|gone/i)).toBeVisible()
})

asPeople('support sees no people, and is told what is missing', async ({ cloud, somebody }) => {
  const { page } = await somebody({ role: 'support', scope: { type: 'account', cloudId: cloud.id } })
  await page.goto(paths.vpnGateways({ cloudId: cloud.id }))
  await expect(heading(page, /^VPN gateways/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0)
  await page.goto(paths.people())
  await expect(page.getByText('console:people:list')).toBeVisible()
  await page.goto(paths.personInvite())
  const denied = await page.evaluate(async () => {
    const session = await (await fetch('/api/session')).json()
    const answer = await fetch('/api/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
      body: JSON.stringify({ name: 'nice', contact: '', grants: [] }),
    })
    return { status: answer.status, text: await answer.text() }
  })
  expect(denied.status).toBe(403)
  expect(denied.text).toContain('console:people:invite')
})

asPeople('an invitation is not lost with the page: another link takes its place', async ({ page, second }) => {
  const userName = newName()
  const first = await invite(page, userName)
  await page.goto(paths.people())
  await page.getByRole('searchbox').first().fill(userName)
  await withAction(page, userName, 'New invitation link')
  await page.getByRole('button', { name: 'Make link' }).click()
  const next = await shownLink(page)
  const guest = await second()
  await guest.goto(first)
  await expect(heading(guest, 'This link cannot be used')).toBeVisible()
  await guest.goto(next)
  await expect(heading(guest, 'Welcome')).toBeVisible()
})
