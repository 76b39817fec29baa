import { ApiError, type VpnConnectionCreate } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { sendConnections, type ConnectionCalls } from './send-connections.ts'
import { connection, facts, filledIn, lyon, paris } from './testing.ts'
import { toCreateBodies } from './to-create-bodies.ts'

const bodies = toCreateBodies(filledIn(facts()), paris, lyon.id)
const [first, second] = bodies
const lost = new ApiError({ status: 504, code: 'CONSOLE.CLOUD_TIMEOUT', message: 'The cloud did not answer in time.' })
const refused = new ApiError({ status: 400, code: 'VPN.0001', message: 'invalid request' })

const built = ({ name = '', vgw_ip }: VpnConnectionCreate, id: string) =>
  connection({ id, name, vgw_ip, cgw_id: lyon.id })

/** A cloud of our own that builds what it is asked for, and fails as it is told. */
const cloud = ({
  fail,
  builds = 2,
  cannotList = false,
}: { fail?: ApiError; builds?: number; cannotList?: boolean } = {}) => {
  const there: ReturnType<typeof connection>[] = []
  const sent: string[][] = []
  let isFailing = fail !== undefined
  const create = async (wanted: readonly VpnConnectionCreate[]) => {
    sent.push(wanted.map(({ name = '' }) => name))
    const made = wanted.slice(0, isFailing ? builds : 2).map((body) => built(body, `id-${body.name}`))
    there.push(...made)
    if (isFailing && fail) throw fail
    return made
  }
  const calls: ConnectionCalls = {
    createOne: async (body) => (await create([body]))[0] ?? { id: '', name: '' },
    createBoth: create,
    list: async () => {
      if (cannotList && sent.length > 0) throw lost
      return [...there]
    },
  }
  return {
    calls,
    there,
    sent,
    recover: () => {
      isFailing = false
    },
  }
}

const send = (calls: ConnectionCalls, change: { isUnanswered?: boolean; wanted?: VpnConnectionCreate[] } = {}) => {
  let isLost = false
  const result = sendConnections(calls, change.wanted ?? bodies, {
    isUnanswered: change.isUnanswered ?? false,
    onLost: () => {
      isLost = true
    },
    pausesMs: [0],
  })
  return { result, wasLost: () => isLost }
}

test('a pair goes in one call, a single tunnel in its own', async () => {
  const { calls, sent } = cloud()
  expect((await send(calls).result).map(({ name }) => name)).toEqual(['paris-lyon-1', 'paris-lyon-2'])
  if (first) await send(calls, { wanted: [first] }).result
  expect(sent).toEqual([['paris-lyon-1', 'paris-lyon-2'], ['paris-lyon-1']])
})

test('a refusal is passed on, and nothing is looked up', async () => {
  const { calls } = cloud({ fail: refused, builds: 0 })
  const { result, wasLost } = send(calls)
  await expect(result).rejects.toBe(refused)
  expect(wasLost()).toBe(false)
})

test('a lost answer to what was built counts as built', async () => {
  const { calls, sent } = cloud({ fail: lost })
  const { result, wasLost } = send(calls)
  expect((await result).map(({ id }) => id)).toEqual(['id-paris-lyon-1', 'id-paris-lyon-2'])
  expect(wasLost()).toBe(true)
  expect(sent).toHaveLength(1)
})

test('a lost answer to what was not built says so', async () => {
  const { calls } = cloud({ fail: lost, builds: 0 })
  await expect(send(calls).result).rejects.toMatchObject({ mayExist: false })
})

test('where the list cannot be read, it may exist', async () => {
  const { calls } = cloud({ fail: lost, cannotList: true })
  await expect(send(calls).result).rejects.toMatchObject({ mayExist: true })
})

test('an older connection of the same name and ends is not taken for the new one', async () => {
  const { calls, there } = cloud({ fail: lost, builds: 0 })
  there.push(...[first, second].filter((body) => body !== undefined).map((body, index) => built(body, `old-${index}`)))
  await expect(send(calls).result).rejects.toMatchObject({ mayExist: false })
})

test('when one of a pair was built, sending again makes the other only', async () => {
  const { calls, sent, recover } = cloud({ fail: lost, builds: 1 })
  await expect(send(calls).result).rejects.toThrow('only paris-lyon-2 will be made')
  recover()
  const made = await send(calls, { isUnanswered: true }).result
  expect(made.map(({ id }) => id)).toEqual(['id-paris-lyon-1', 'id-paris-lyon-2'])
  expect(sent).toEqual([['paris-lyon-1', 'paris-lyon-2'], ['paris-lyon-2']])
})

test('what was built without an answer is found before anything is sent again', async () => {
  const { calls, sent, there } = cloud()
  if (first && second) there.push(built(first, 'a'), built(second, 'b'))
  expect((await send(calls, { isUnanswered: true }).result).map(({ id }) => id)).toEqual(['a', 'b'])
  expect(sent).toEqual([])
})
