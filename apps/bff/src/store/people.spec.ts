import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'

const password = 'a-good-password'

describeOnEachDatabase('a sign-in by password', (database) => {
  const open = async () => {
    let time = 1_000_000
    const store = await database.open({ now: () => time })
    const lyon = await store.people.create({ name: 'lyon', password, roles: [] })
    return { ...store, lyon, pass: (ms: number) => (time += ms) }
  }

  test('answers alike to a wrong password, an unknown name, and people without a password or disabled', async () => {
    const { people, lyon } = await open()
    await people.create({ name: 'invited', roles: [] })
    await people.create({ name: 'by-provider', source: 'sso', roles: [] })
    const { id } = await people.create({ name: 'disabled', password, roles: [] })
    await people.setDisabled(id, true)
    for (const name of ['lyon', 'nobody', 'invited', 'by-provider', 'disabled']) {
      const given = name === 'disabled' ? password : ''
      const answers = []
      for (let count = 0; count < 6; count += 1) answers.push(await people.authenticate(name, given))
      const wrong = { refused: 'wrong' }
      const locked = { refused: 'locked', until: 1_060_000 }
      expect(answers, name).toEqual([wrong, wrong, wrong, wrong, locked, locked])
    }
    expect(await people.authenticate('lyon', password), 'also with the right one').toMatchObject({ refused: 'locked' })
    expect(lyon.name).toBe('lyon')
  })

  test('is worth no more when many try at once', async () => {
    const { people } = await open()
    const tries = Array.from({ length: 12 }, (_, count) => people.authenticate('lyon', count < 11 ? 'wrong' : password))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => 'refused' in answer && answer.refused === 'wrong')).toHaveLength(4)
    expect(answers.at(-1)).toMatchObject({ refused: 'locked' })
  })

  test('forgets failures only once it is complete', async () => {
    const { people, lockout, lyon, pass } = await open()
    for (let count = 0; count < 4; count += 1) await people.authenticate('lyon', 'wrong')
    expect(await people.authenticate('lyon', password)).toEqual({ person: lyon })
    expect(await people.refuseCode('lyon'), 'a wrong code counts as a wrong password').toMatchObject({
      refused: 'locked',
    })
    pass(60_000)
    await people.signedIn(lyon)
    expect(await people.refuseCode('lyon')).toEqual({ refused: 'wrong' })
    expect(await lockout.until('lyon')).toBeUndefined()
    expect(await people.find(lyon.id)).toMatchObject({ last_sign_in_at: 1_060_000 })
  })

  test('is possible again at once after a new password', async () => {
    const { people, lyon } = await open()
    for (let count = 0; count < 5; count += 1) await people.authenticate('lyon', 'wrong')
    await people.setPassword(lyon.id, 'another-good-one')
    expect(await people.authenticate('lyon', 'another-good-one')).toEqual({ person: lyon })
  })
})

describeOnEachDatabase('people', (database) => {
  test('who are disabled or deleted lose their sessions; the deleted ones their grants as well', async () => {
    const { people, sessions, grants } = await database.open()
    const lyon = await people.create({ name: 'lyon', password, roles: ['support'] })
    const first = await sessions.start(lyon.id)
    await people.setDisabled(lyon.id, true)
    await people.setDisabled(lyon.id, false)
    expect(await sessions.find(first)).toBeUndefined()
    expect(await grants.of(lyon.id, [])).toHaveLength(1)
    const second = await sessions.start(lyon.id)
    await people.remove(lyon.id)
    expect(await sessions.find(second)).toBeUndefined()
    expect(await grants.of(lyon.id, [])).toEqual([])
    expect(await people.find(lyon.id)).toBeUndefined()
  })

  test('can be renamed, and are listed by name in any case', async () => {
    const { people } = await database.open()
    const { id } = await people.create({ name: 'Zagreb', password, roles: [] })
    await people.create({ name: 'lyon', contact: 'lyon@example.org', roles: [] })
    await people.update(id, { name: 'Annecy', contact: 'desk 4' })
    expect((await people.all()).map(({ name, contact }) => `${name}: ${contact}`)).toEqual([
      'Annecy: desk 4',
      'lyon: lyon@example.org',
    ])
    expect(await people.authenticate('annecy', password)).toMatchObject({ person: { id } })
  })

  test('do not get the first administrator back once there is another', async () => {
    const { people } = await database.open()
    await people.ensureAdmin('first-password')
    const lyon = await people.create({ name: 'lyon', password, roles: ['administrator'] })
    const admin = (await people.all()).find(({ name }) => name === 'admin')
    await people.remove(admin?.id ?? '')
    expect(await people.ensureAdmin(undefined)).toBeUndefined()
    expect(await people.ensureAdmin('first-password')).toBeUndefined()
    expect((await people.all()).map(({ id }) => id)).toEqual([lyon.id])
  })

  test('keep the password they chose, although the environment still has the first', async () => {
    const { people } = await database.open()
    await people.ensureAdmin('first-password')
    const [admin] = await people.all()
    await people.replacePassword(admin?.id ?? '', password)
    await people.ensureAdmin('first-password')
    expect(await people.authenticate('admin', password)).toMatchObject({ person: { name: 'admin' } })
    await people.ensureAdmin('second-password')
    expect(await people.authenticate('admin', 'second-password')).toMatchObject({ person: { name: 'admin' } })
  })
})
