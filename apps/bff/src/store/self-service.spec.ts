import { describe, expect, test } from 'vitest'
import { stepOf, stateOf } from '../self-service/invitation-state.ts'
import { describeOnEachDatabase } from '../testing/databases.ts'
import { profileForMs, type NewInvitation } from './self-service.ts'

const paris = { cloudId: 'paris', serverId: 'server-1' }
const day = 24 * 60 * 60_000

const invitation = (id: string, more: Partial<NewInvitation> = {}): NewInvitation => ({
  ...paris,
  id,
  tokenHash: `hash-${id}`,
  vpnUserId: 'user-1',
  userName: 'paris.01',
  expiresAt: 1_000 + 3 * day,
  createdBy: 'admin',
  ...more,
})

describeOnEachDatabase('portals', (database) => {
  test('are on or off, each server with one address for ever', async () => {
    const { selfService } = await database.open({ now: () => 1_000 })
    expect(await selfService.portalOf(paris)).toBeUndefined()
    const on = await selfService.setPortal(paris, true, 'admin')
    expect(on).toMatchObject({ off_at: null, created_by: 'admin' })
    expect(on?.id).toMatch(/^[\w-]{22}$/)
    expect(await selfService.openPortal(on?.id ?? '')).toEqual(on)
    const off = await selfService.setPortal(paris, false, 'somebody else')
    expect(off).toMatchObject({ id: on?.id, off_at: 1_000 })
    expect(await selfService.openPortal(on?.id ?? '')).toBeUndefined()
    expect((await selfService.setPortal(paris, true, 'admin'))?.id).toBe(on?.id)
  })

  test('that are on are found without an address', async () => {
    const { selfService } = await database.open()
    const other = { cloudId: 'paris', serverId: 'server-2' }
    expect(await selfService.openPortals()).toEqual([])
    await selfService.setPortal(paris, true, 'admin')
    await selfService.setPortal(other, false, 'admin')
    expect(await selfService.openPortals()).toMatchObject([{ server_id: 'server-1' }])
    await selfService.setPortal(other, true, 'admin')
    expect(await selfService.openPortals()).toHaveLength(2)
  })
})

describeOnEachDatabase('invitations', (database) => {
  const start = async () => {
    let at = 1_000
    const { selfService } = await database.open({ now: () => at })
    const states = async () =>
      Object.fromEntries((await selfService.invitations(paris)).map((row) => [row.id, stateOf(row, at)]))
    return {
      selfService,
      states,
      pass: (ms: number) => {
        at += ms
      },
    }
  }

  test('go from sent to opened to used, once', async () => {
    const { selfService, states } = await start()
    await selfService.invite([invitation('a')])
    expect(await states()).toEqual({ a: 'sent' })
    await selfService.markOpened('a')
    expect(await states()).toEqual({ a: 'opened' })
    expect(await selfService.claim('a')).toBe(true)
    expect(await selfService.claim('a')).toBe(false)
    expect(await states()).toEqual({ a: 'used' })
    await selfService.unclaim('a')
    expect(await selfService.claim('a')).toBe(true)
  })

  test('are claimed by one of many at the same moment', async () => {
    const { selfService } = await start()
    await selfService.invite([invitation('a')])
    const claimed = await Promise.all(Array.from({ length: 8 }, () => selfService.claim('a')))
    expect(claimed.filter(Boolean)).toHaveLength(1)
  })

  test('expire, and are revoked on their own server alone', async () => {
    const { selfService, states, pass } = await start()
    await selfService.invite([invitation('a'), invitation('b', { vpnUserId: 'user-2', userName: 'paris.02' })])
    expect(await selfService.revoke('a', { ...paris, serverId: 'server-2' })).toBe(false)
    expect(await selfService.revoke('a', paris)).toBe(true)
    expect(await selfService.revoke('a', paris)).toBe(false)
    expect(await selfService.claim('a')).toBe(false)
    pass(3 * day)
    expect(await states()).toEqual({ a: 'revoked', b: 'expired' })
    expect(await selfService.claim('b')).toBe(false)
  })

  test('end with a newer one for the same user, unless they were used', async () => {
    const { selfService, states } = await start()
    await selfService.invite([invitation('a'), invitation('b', { vpnUserId: 'user-2', userName: 'paris.02' })])
    await selfService.claim('b')
    await selfService.invite([invitation('c'), invitation('d', { vpnUserId: 'user-2', userName: 'paris.02' })])
    expect(await states()).toEqual({ a: 'revoked', b: 'used', c: 'sent', d: 'sent' })
  })

  test('are listed for their own server, and gone when they were over for long', async () => {
    const { selfService, states, pass } = await start()
    await selfService.invite([invitation('a'), invitation('b', { serverId: 'server-2' })])
    expect(await states()).toEqual({ a: 'sent' })
    pass(94 * day)
    await selfService.invite([invitation('c', { vpnUserId: 'user-3', expiresAt: 1_000 + 97 * day })])
    expect(await states()).toEqual({ c: 'sent' })
  })
})

describe('what a link still does', () => {
  const fresh = { opened_at: null, used_at: null, revoked_at: null, expires_at: 5_000 }

  test.each([
    ['sent', fresh, 1_000, 'password'],
    ['opened', { ...fresh, opened_at: 500 }, 4_999, 'password'],
    ['expired', fresh, 5_000, undefined],
    ['used just now', { ...fresh, used_at: 900 }, 1_000, 'profile'],
    ['used before it would have expired', { ...fresh, used_at: 4_999 }, 6_000, 'profile'],
    ['used long ago', { ...fresh, used_at: 900 }, 900 + profileForMs, undefined],
    ['revoked', { ...fresh, revoked_at: 800 }, 1_000, undefined],
    ['revoked after its use', { ...fresh, used_at: 900, revoked_at: 950 }, 1_000, undefined],
  ])('%s', (_name, times, at, expected) => {
    expect(stepOf(times, at)).toBe(expected)
  })
})
