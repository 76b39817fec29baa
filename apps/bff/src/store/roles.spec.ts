import { expect, test } from 'vitest'
import { describeOnEachDatabase } from '../testing/databases.ts'

const given = { name: 'Night shift', description: 'Looks after tunnels at night.', actions: ['vpn:vpnConnections:*'] }
const paris = { type: 'account', cloudId: 'paris' } as const

describeOnEachDatabase('roles and grants', (database) => {
  test('a role is kept, changed, and deleted once nobody has it', async () => {
    const { roles, grants } = await database.open()
    const role = await roles.create(given)
    expect(role.id).toMatch(/^night-shift-[0-9a-f]{8}$/)
    expect((await grants.roles()).at(-1)).toEqual(role)
    expect(await roles.update(role.id, { ...given, actions: ['vpn:*', 'vpc:vpcs:list'] })).toBe(true)
    expect(await grants.roleOf([role.id])).toMatchObject([{ actions: ['vpn:*', 'vpc:vpcs:list'] }])
    const grant = await grants.give({ type: 'group', id: 'ops' }, role.id, paris, 'admin')
    expect(await roles.delete(role.id)).toBe(false)
    expect(await grants.take(grant)).toBe(true)
    expect(await roles.delete(role.id)).toBe(true)
    expect(await roles.delete(role.id)).toBe(false)
    expect(await roles.update(role.id, given)).toBe(false)
  })

  test('a role of the same name again gets another id', async () => {
    const { roles } = await database.open()
    const [first, second] = [await roles.create(given), await roles.create(given)]
    expect(second.id).not.toBe(first.id)
    expect((await roles.create({ ...given, name: '夜勤' })).id).toMatch(/^role-[0-9a-f]{8}$/)
  })

  test('grants are found by person, group, role and cloud, with names', async () => {
    const { grants, people } = await database.open()
    const lyon = await people.create({ name: 'Lyon', password: 'a-good-password', roles: ['support'] })
    await grants.give({ type: 'person', id: lyon.id }, 'network-admin', paris, 'admin')
    await grants.give({ type: 'group', id: 'ops' }, 'network-admin', { type: 'account', cloudId: 'nice' }, 'admin')
    const found = async (filter: Parameters<typeof grants.list>[0]) =>
      (await grants.list(filter)).map((row) => `${row.person_name ?? row.subject} ${row.role} ${row.cloud_id}`)
    expect((await found({})).toSorted()).toEqual([
      'Lyon network-admin paris',
      'Lyon support ',
      'ops network-admin nice',
    ])
    expect(await found({ subjectType: 'group' })).toEqual(['ops network-admin nice'])
    expect((await found({ subject: lyon.id })).toSorted()).toEqual(['Lyon network-admin paris', 'Lyon support '])
    expect(await found({ role: 'support' })).toEqual(['Lyon support '])
    expect(await found({ cloudId: 'paris' })).toEqual(['Lyon network-admin paris'])
    expect(await grants.isPerson(lyon.id)).toBe(true)
    expect(await grants.isPerson('ops')).toBe(false)
  })

  test('what is given twice is given once', async () => {
    const { grants } = await database.open()
    const give = () => grants.give({ type: 'group', id: 'ops' }, 'support', paris, 'admin')
    expect(await give()).toBe(await give())
    expect(await grants.list()).toHaveLength(1)
  })

  test('the administrators are people who can sign in', async () => {
    const { grants, people } = await database.open()
    const create = (name: string) => people.create({ name, password: 'a-good-password', roles: ['administrator'] })
    const [lyon, nice] = [await create('lyon'), await create('nice')]
    await people.create({ name: 'metz', password: 'a-good-password', roles: ['support'] })
    await grants.give({ type: 'group', id: 'admins' }, 'administrator', { type: 'all' }, 'admin')
    expect((await grants.administrators()).map(({ name }) => name)).toEqual(['lyon', 'nice'])
    await people.setDisabled(nice.id, true)
    expect(await grants.administrators()).toEqual([{ id: lyon.id, name: 'lyon' }])
  })

  test('of two who take the last two administrators at once, one is refused', async () => {
    const place = await database.place()
    const one = await database.open({ place })
    const other = database.name === 'SQLite' ? one : await database.open({ place })
    for (const name of ['lyon', 'nice']) {
      await one.people.create({ name, password: 'a-good-password', roles: ['administrator'] })
    }
    const [first, second] = await one.grants.list({ role: 'administrator' })
    if (!first || !second) throw new Error('Both were made.')
    const taken = await Promise.all([one.grants.takeUnlessLast(first), other.grants.takeUnlessLast(second)])
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect(await one.grants.administrators()).toHaveLength(1)
  })
})
