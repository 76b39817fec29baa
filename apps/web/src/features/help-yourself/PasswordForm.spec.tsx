import { ownError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { renderAt } from '../../testing/render.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import type { PasswordValues } from './password-form.ts'

const draw = async (refusal?: Error) => {
  const sent: PasswordValues[] = []
  const send = async (values: PasswordValues) => {
    sent.push(values)
    if (refusal) throw refusal
  }
  const page = await renderAt('/page', <PasswordForm asksOld submitText="Change the password" send={send} />)
  const fill = async (change: Partial<PasswordValues> = {}) => {
    const typed = {
      userName: ' nantes.01 ',
      oldPassword: 'Loire-Atlantique-44',
      newPassword: 'Rhone-et-Saone-69!',
      again: 'Rhone-et-Saone-69!',
      ...change,
    }
    for (const [name, value] of Object.entries(typed)) await page.type(name, value)
  }
  const submit = () => page.click(page.button('Change the password'))
  const valueOf = (name: string) => page.place.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value
  return { ...page, sent, fill, submit, valueOf }
}

test('nothing is sent before everything is right, and each field says what is missing', async () => {
  const { submit, text, sent, fill } = await draw()
  await submit()
  for (const words of ['Enter your VPN user name.', 'Enter the password you have now.', 'Enter a new password.']) {
    expect(text()).toContain(words)
  }
  await fill({ again: 'other' })
  await submit()
  expect(text()).toContain('The two are not the same.')
  expect(sent).toEqual([])
})

test('what was typed is sent, the name without the spaces around it', async () => {
  const { submit, sent, fill } = await draw()
  await fill()
  await submit()
  expect(sent).toMatchObject([{ userName: 'nantes.01', newPassword: 'Rhone-et-Saone-69!' }])
})

test('a failure leaves everything as it was typed', async () => {
  const { submit, fill, text, valueOf } = await draw(ownError('CONSOLE.SERVICE_DOWN'))
  await fill()
  await submit()
  expect(text()).toContain('The VPN service cannot be reached just now')
  expect(valueOf('oldPassword')).toBe('Loire-Atlantique-44')
  expect(valueOf('again')).toBe('Rhone-et-Saone-69!')
})

test('words for the new password stand at its field until it is changed', async () => {
  const words = 'This is one of your last five passwords. Choose another.'
  const { submit, fill, text, type } = await draw(
    ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { newPassword: words } }),
  )
  await fill()
  await submit()
  expect(text()).toContain(words)
  await type('newPassword', 'Rhone-et-Saone-70!')
  expect(text()).not.toContain(words)
})

test('passwords are shown on request', async () => {
  const { place, click } = await draw()
  const types = () =>
    [...place.querySelectorAll('input:not([type="checkbox"])')].map((input) => input.getAttribute('type'))
  expect(types()).toEqual(['text', 'password', 'password', 'password'])
  const box = place.querySelector<HTMLInputElement>('input[type="checkbox"]')
  if (!box) throw new Error('There is no checkbox.')
  await click(box)
  expect(types()).toEqual(['text', 'text', 'text', 'text'])
})
