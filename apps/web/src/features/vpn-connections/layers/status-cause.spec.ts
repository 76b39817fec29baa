import { describe, expect, test } from 'vitest'
import { deleted, established, fails, logOf } from '../../../ui/log/testing.ts'
import { statusCause } from './status-cause.ts'

const at = Date.UTC(2026, 10, 22, 4)
const later = at + 60_000
const up = { status: 'ACTIVE', style: 'STATIC' }
const down = { status: 'DOWN', style: 'STATIC' }

describe('statusCause', () => {
  test('a tunnel that is up is so since it was established', () => {
    expect(statusCause(up, [logOf(established(at), at)])).toEqual({ since: { at, isAtLeast: false } })
  })

  test('one that is down is so since its teardown, for the reason of the newest attempt in plain words', () => {
    const log = [
      logOf(fails(later, 'authentication fail'), later),
      logOf(deleted(at, 'peer request'), at),
      logOf(established(at - 60_000), at - 60_000),
    ]
    expect(statusCause(down, log)).toEqual({
      since: { at, isAtLeast: false },
      cause: 'One end could not prove who it is.',
    })
  })

  test('an unknown reason is given as it is', () => {
    expect(statusCause(down, [logOf(fails(at, 'quantum drift'), at)]).cause).toBe('In the log: quantum drift')
  })

  test('where log and status disagree, no time is told', () => {
    expect(statusCause(up, [logOf(fails(at, 'version mismatch'), at)])).toEqual({})
    expect(statusCause({ ...down, style: 'BGP' }, [logOf(established(at), at)])).toEqual({
      cause: 'IPsec is negotiated: look at BGP below.',
    })
  })

  test('an empty log says that nothing was negotiated', () => {
    expect(statusCause(down, [])).toEqual({ cause: 'Nothing has been negotiated yet.' })
    expect(statusCause(up, [])).toEqual({})
  })
})
