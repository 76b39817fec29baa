import { ApiError } from '@vpn-console/api-client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as z from 'zod'
import { renderAt } from '../../testing/render.tsx'
import { fieldErrors } from './field-errors.ts'
import { InputField } from './InputField.tsx'
import { useDraftForm } from './use-draft-form.ts'
import { WizardShell } from './WizardShell.tsx'
import type { WizardStep } from './wizard-steps.ts'

type Values = { name: string; psk: string }

const schema = z.object({ name: z.string().min(1, 'Give a name.'), psk: z.string().min(8, 'Use 8 characters.') })

const steps: WizardStep<Values>[] = [
  {
    id: 'name',
    title: 'Name',
    fields: ['name'],
    Content: () => <InputField<Values> name="name" label="Name" />,
    summary: ({ name }) => [{ label: 'Called', value: name }],
  },
  { id: 'key', title: 'Key', fields: ['psk'], Content: () => <InputField<Values> name="psk" label="Key" /> },
]

let sent: Values[] = []
let refusal: Error | undefined

const Wizard = () => (
  <WizardShell<Values>
    title="Create tunnel"
    steps={steps}
    form={useDraftForm<Values>({ draftKey: 'tunnel', schema, defaultValues: { name: '', psk: '' } })}
    draftKey="tunnel"
    submitText="Create tunnel now"
    errorTitle="The tunnel was not created"
    cancelTo="/list"
    request={({ name }) => ({ name })}
    errorFields={(error) => fieldErrors<Values>(error, { 'tunnel.name': 'name' })}
    submit={async (values) => {
      sent.push(values)
      if (refusal) throw refusal
      return '/tunnels/new'
    }}
  />
)

let page: Awaited<ReturnType<typeof renderAt>>

beforeEach(async () => {
  sessionStorage.clear()
  sent = []
  refusal = undefined
  page = await renderAt('/page', <Wizard />)
})

afterEach(() => page.unmount())

const next = () => page.click(page.button('Next'))

const toReview = async () => {
  await page.type('name', 'paris')
  await next()
  await page.type('psk', 'abcdefgh')
  await next()
}

test('a step lets go on only when its own fields are right', async () => {
  await next()
  expect(page.text()).toContain('Give a name.')
  expect(page.text()).not.toContain('Use 8 characters.')
  await page.type('name', 'paris')
  await next()
  expect(page.url()).toBe('/page?step=key')
})

test('going back loses nothing', async () => {
  await page.type('name', 'paris')
  await next()
  await page.click(page.button('Previous'))
  expect(document.querySelector<HTMLInputElement>('input[name="name"]')?.value).toBe('paris')
})

test('the review shows what is sent, and sending leads on', async () => {
  await toReview()
  expect(page.text()).toContain('"name": "paris"')
  await page.click(page.button('Create tunnel now'))
  expect(sent).toEqual([{ name: 'paris', psk: 'abcdefgh' }])
  expect(page.url()).toBe('/tunnels/new')
  expect(sessionStorage.length).toBe(0)
})

test('a refusal lands on its field and opens its step; nothing is lost', async () => {
  refusal = new ApiError({
    status: 400,
    code: 'VPN.0001',
    message: 'No.',
    requestId: 'r-1',
    fields: { 'tunnel.name': 'The name is taken.' },
  })
  await toReview()
  await page.click(page.button('Create tunnel now'))
  expect(page.url()).toBe('/page?step=name')
  expect(page.text()).toContain('The name is taken.')
  expect(page.text()).toContain('The tunnel was not created')
  expect(page.text()).toContain('r-1')
  expect(document.querySelector<HTMLInputElement>('input[name="name"]')?.value).toBe('paris')
})

test('a reload keeps what was typed, but not the key', async () => {
  await page.type('name', 'paris')
  await next()
  await page.type('psk', 'abcdefgh')
  expect(sessionStorage.getItem('vpn-console.draft.tunnel')).toBe('{"name":"paris"}')
  page = await renderAt('/page?step=key', <Wizard />)
  expect(page.text()).toContain('Key')
  await page.click(page.button('Previous'))
  expect(document.querySelector<HTMLInputElement>('input[name="name"]')?.value).toBe('paris')
})

test('leaving a changed form asks once', async () => {
  await page.type('name', 'paris')
  await page.navigate('/list')
  expect(page.text()).toContain('Leave without saving?')
  await page.click(page.button('Stay'))
  expect(page.url()).toBe('/page')
  await page.navigate('/list')
  await page.click(page.button('Leave'))
  expect(page.url()).toBe('/list')
})
