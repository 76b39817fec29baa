import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { disconnectAll, isGone, userNames, type Outcome } from './disconnect.ts'
import type { LiveSession } from './session-rates.ts'

const session = (connection_id: string, client_user_name = `user-${connection_id}`): LiveSession => ({
  id: connection_id,
  connection: { connection_id, client_user_name },
  rates: {},
  measuredAt: 0,
})
const gone = new ApiError({ status: 404, code: 'VPN.0563', message: 'The connection does not exist.' })
const busy = new ApiError({ status: 500, code: 'VPN.0030', message: 'Busy.' })

test('each is cut in turn; one that had ended is no failure, and a failure stops none of the others', async () => {
  const asked: string[] = []
  const outcomes: Outcome[] = []
  await disconnectAll(
    ['a', 'b', 'c', 'd'].map((id) => session(id)),
    async (id) => {
      expect(outcomes).toHaveLength(asked.length)
      asked.push(id)
      if (id === 'b') throw gone
      if (id === 'c') throw busy
    },
    (outcome) => outcomes.push(outcome),
  )
  expect(asked).toEqual(['a', 'b', 'c', 'd'])
  expect(outcomes.map(({ result }) => result)).toEqual(['cut', 'gone', 'failed', 'cut'])
  expect(outcomes[2]).toMatchObject({ error: busy })
})

test('only what is not there any more counts as gone', () => {
  expect([gone, busy, new Error('no')].map(isGone)).toEqual([true, false, false])
})

test('users are named once each', () => {
  expect(userNames([session('a', 'lyon.01')])).toBe('lyon.01')
  expect(userNames([session('a', 'lyon.01'), session('b', 'nice.02'), session('c', 'lyon.01')])).toBe(
    'lyon.01 and nice.02',
  )
})
