import type { SignOnSettings } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { hashOf } from './sessions.ts'
import type { Attempt } from './sign-on.ts'

const settings: SignOnSettings = {
  enabled: true,
  issuer: 'https://login.example.org',
  clientId: 'vpn-console',
  scopes: 'openid',
  nameClaim: 'name',
  groupsClaim: 'groups',
  buttonText: 'Sign in with Example',
  allowsPasswords: true,
  signsOutAtProvider: false,
}
const attempt: Omit<Attempt, 'state_hash' | 'created_at'> = {
  browser_hash: '',
  secrets: 'sealed',
  redirect_uri: 'https://vpn.example.org/api/sign-on/callback',
  target: '/',
  purpose: 'sign-in',
  previous_id_hash: null,
}

describeOnEachDatabase('the settings of the sign-on', (database) => {
  test('are saved over and over in one place', async () => {
    const { signOn } = await database.open()
    expect(await signOn.find()).toBeUndefined()
    await signOn.save(settings, 'sealed')
    await signOn.save({ ...settings, enabled: false }, null)
    expect(await signOn.find()).toMatchObject({ settings: { ...settings, enabled: false }, sealedSecret: null })
  })
})

describeOnEachDatabase('an attempt to sign in by the provider', (database) => {
  test('is taken once, by its own browser, within ten minutes', async () => {
    let time = 1_000_000
    const { signOn } = await database.open({ now: () => time })
    const begin = (state: string) => signOn.begin(state, { ...attempt, browser_hash: hashOf('browser') })
    expect(await begin('state-1')).toBe(true)
    expect(await signOn.take('state-1', 'another browser')).toBeUndefined()
    expect(await signOn.take('state-2', 'browser')).toBeUndefined()
    await begin('state-2')
    expect(await signOn.take('state-2', 'browser')).toMatchObject({ target: '/', purpose: 'sign-in' })
    expect(await signOn.take('state-2', 'browser')).toBeUndefined()
    time += 600_000
    expect(await signOn.take('state-1', 'browser')).toBeUndefined()
  })
})
