import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAuditSearch, readMoment, toFilter, writeAuditSearch } from './audit-search.ts'

const now = new Date('2026-03-10T12:00:30').getTime()
const asked = (text: string) => toFilter(readAuditSearch(new URLSearchParams(text)), now)

describe('what is asked for', () => {
  test('comes from the filter and the field beside it', () => {
    const text =
      'filter=person=paris&filter=outcome=denied&filter=outcome=failed&filter=operation=updateVgw&filter=cloud=demo&filter=resource=gw-1&find=psk'
    expect(asked(text)).toEqual({
      filter: {
        person: 'paris',
        outcome: 'denied,failed',
        operation: 'updateVgw',
        cloud_id: 'demo',
        resource_id: 'gw-1',
        text: 'psk',
      },
      unknown: [],
    })
  })

  test('has times in the zone of the reader, from and up to', () => {
    expect(asked('filter=time>=2026-03-09&filter=time<2026-03-10 08:30').filter).toEqual({
      since: new Date('2026-03-09T00:00').getTime(),
      until: new Date('2026-03-10T08:30').getTime(),
    })
    expect(asked('filter=time>=24 h ago').filter).toEqual({ since: new Date('2026-03-09T12:00').getTime() })
  })

  test('leaves out what it does not understand, and says so', () => {
    expect(asked('filter=time>=yesterday')).toEqual({ filter: {}, unknown: ['yesterday'] })
    expect(asked('filter=person=&filter=:gw-paris')).toEqual({ filter: { text: 'gw-paris' }, unknown: [] })
  })

  test('never fails, whatever is in the URL', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('filter', 'find', 'before', 'after', 'x'), fc.string())),
        (pairs) => {
          const search = new URLSearchParams(pairs)
          const state = readAuditSearch(search)
          toFilter(state, now)
          expect(readAuditSearch(writeAuditSearch(search, state))).toEqual(
            state.before ? { ...state, after: '' } : state,
          )
        },
      ),
    )
  })
})

test('another search begins with the newest entries', () => {
  const search = new URLSearchParams('filter=person=paris&before=123.abc&tab=x')
  expect(writeAuditSearch(search, { find: 'gw' }).toString()).toBe('tab=x&find=gw&filter=person%3Dparis')
  expect(writeAuditSearch(search, { after: '9.z' }).get('before')).toBeNull()
  expect(readAuditSearch(new URLSearchParams('before=<script>')).before).toBe('')
})

test.each([
  ['5 min', 5 * 60_000],
  ['1 h ago', 3_600_000],
  ['30d ago', 30 * 86_400_000],
])('%s is a while ago', (text, ms) => {
  expect(readMoment(text, now)).toBe(now - ms)
})
test.each(['', 'x', '2026-13-01', '2026-02-30 25:00', '99999999 d ago', '1 year ago'])('%j is no moment', (text) => {
  expect(readMoment(text, now)).toBeUndefined()
})
