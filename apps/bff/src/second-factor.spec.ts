import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { createSecondFactor } from './second-factor.ts'
import { describeOnEachDatabase, type TestDatabase } from './testing/databases.ts'
import { createVault } from './vault.ts'

const begunAt = Date.UTC(2026, 5, 1)

const start = async (database: TestDatabase) => {
  let time = begunAt
  const now = () => time
  const store = await database.open({ now })
  const vault = createVault(randomBytes(32))
  const secondFactor = createSecondFactor({ secondFactors: store.secondFactors, vault, now })
  const { id } = await store.people.create({ name: 'lyon', password: 'a-good-password', roles: [] })
  const begun = await secondFactor.begin(id, 'lyon')
  if (!begun) throw new Error('There is one already.')
  const secret = Secret.fromBase32(begun.secret)
  return {
    id,
    store,
    secondFactor,
    begun,
    /** What the authenticator shows now, or so many half minutes away. */
    code: (away = 0) => TOTP.generate({ secret, timestamp: time + away * 30_000 }),
    wait: (halfMinutes: number) => {
      time += halfMinutes * 30_000
    },
  }
}

const startOn = async (database: TestDatabase) => {
  const started = await start(database)
  const recoveryCodes = await started.secondFactor.confirm(started.id, started.code())
  if (!recoveryCodes) throw new Error('The code was refused.')
  started.wait(1)
  return { ...started, recoveryCodes }
}

describeOnEachDatabase('the second factor', (database) => {
  test('asks for nothing until its first code is right', async () => {
    const { id, secondFactor, begun, code, store } = await start(database)
    expect(new URL(begun.uri).protocol).toBe('otpauth:')
    expect(new URL(begun.uri).searchParams.get('secret')).toBe(begun.secret)
    expect(await secondFactor.isOn(id)).toBe(false)
    expect(await secondFactor.verify(id, code())).toBe(false)
    expect(await secondFactor.confirm(id, code(9))).toBeUndefined()
    expect(await secondFactor.confirm(id, 'abcdef')).toBeUndefined()
    expect(await secondFactor.isOn(id)).toBe(false)
    expect(await secondFactor.confirm(id, code())).toHaveLength(10)
    expect(await secondFactor.isOn(id)).toBe(true)
    expect(await secondFactor.status(id)).toEqual({ isOn: true, since: begunAt, recoveryCodesLeft: 10 })
    expect((await store.secondFactors.find(id))?.sealed_secret).not.toContain(begun.secret)
  })

  test('takes the code of now, of the half minute before and of the one after, and no other', async () => {
    const { id, secondFactor, code, wait } = await startOn(database)
    wait(10)
    for (const [away, isRight] of [
      [-2, false],
      [2, false],
      [-1, true],
      [0, true],
      [1, true],
    ] as const) {
      expect([away, await secondFactor.verify(id, code(away))]).toEqual([away, isRight])
    }
  })

  test('takes each code once, and none older than one that was taken', async () => {
    const { id, secondFactor, code, wait } = await startOn(database)
    wait(10)
    const before = code(-1)
    const typed = code().replace(/(...)/, '$1 ')
    const answers = await Promise.all([secondFactor.verify(id, typed), secondFactor.verify(id, typed)])
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await secondFactor.verify(id, before)).toBe(false)
    wait(1)
    expect(await secondFactor.verify(id, code())).toBe(true)
  })

  test('the code that turned it on does not sign in', async () => {
    const { id, secondFactor, code } = await start(database)
    const first = code()
    await secondFactor.confirm(id, first)
    expect(await secondFactor.verify(id, first)).toBe(false)
  })

  test('takes each recovery code once, however it is written, and new ones in the place of all', async () => {
    const { id, secondFactor, recoveryCodes, store } = await startOn(database)
    const [first = '', second = ''] = recoveryCodes
    expect(await secondFactor.verify(id, ` ${first.toUpperCase().replace('-', ' ')} `)).toBe(true)
    expect(await secondFactor.verify(id, first)).toBe(false)
    expect(await secondFactor.status(id)).toMatchObject({ recoveryCodesLeft: 9 })
    const renewed = await secondFactor.newRecoveryCodes(id)
    expect(await secondFactor.verify(id, second)).toBe(false)
    expect(await secondFactor.verify(id, renewed[0] ?? '')).toBe(true)
    expect(await store.secondFactors.recoveryCodesLeft(id)).toBe(9)
  })

  test('what belongs to one person is nothing for another', async () => {
    const { secondFactor, code, recoveryCodes, store, wait } = await startOn(database)
    const nice = await store.people.create({ name: 'nice', password: 'a-good-password', roles: [] })
    const begun = await secondFactor.begin(nice.id, 'nice')
    const secret = Secret.fromBase32(begun?.secret ?? '')
    await secondFactor.confirm(nice.id, TOTP.generate({ secret, timestamp: begunAt + 30_000 }))
    wait(5)
    expect(await secondFactor.verify(nice.id, code())).toBe(false)
    expect(await secondFactor.verify(nice.id, recoveryCodes[0] ?? '')).toBe(false)
  })

  test('one that is on is not replaced; one that was only begun is', async () => {
    const { id, secondFactor, begun, code } = await start(database)
    const again = await secondFactor.begin(id, 'lyon')
    expect(again?.secret).not.toBe(begun.secret)
    expect(await secondFactor.confirm(id, code())).toBeUndefined()
    const secret = Secret.fromBase32(again?.secret ?? '')
    expect(await secondFactor.confirm(id, TOTP.generate({ secret, timestamp: begunAt }))).toHaveLength(10)
    expect(await secondFactor.begin(id, 'lyon')).toBeUndefined()
    expect(await secondFactor.confirm(id, code())).toBeUndefined()
  })

  test('goes with all that belongs to it', async () => {
    const { id, secondFactor, code, recoveryCodes, store } = await startOn(database)
    expect(await secondFactor.remove(id)).toBe(true)
    expect(await secondFactor.remove(id)).toBe(false)
    expect(await secondFactor.verify(id, code())).toBe(false)
    expect(await secondFactor.verify(id, recoveryCodes[0] ?? '')).toBe(false)
    await secondFactor.begin(id, 'lyon')
    await store.people.remove(id)
    expect(await store.secondFactors.find(id)).toBeUndefined()
  })
})
