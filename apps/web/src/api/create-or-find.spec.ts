import { ApiError, ownError } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { createOrFind, LostAnswer } from './create-or-find.ts'

type Gateway = { id: string; name: string }

const paris = { id: 'new', name: 'gw-paris' }
const older = { id: 'old', name: 'gw-paris' }

/** A cloud that gives these lists, one after another, the last one for ever; an error is thrown. */
const cloud = (lists: (Gateway[] | Error)[], answer: Gateway | Error) => {
  let asked = 0
  let sent = 0
  return {
    sentTimes: () => sent,
    options: {
      send: async () => {
        sent += 1
        if (answer instanceof Error) throw answer
        return answer
      },
      list: async () => {
        const list = lists[Math.min(asked, lists.length - 1)] ?? []
        asked += 1
        if (list instanceof Error) throw list
        return list
      },
      idOf: ({ id }: Gateway) => id,
      nameOf: ({ name }: Gateway) => name,
      name: 'gw-paris',
      pausesMs: [0, 0, 0],
    },
  }
}

const lost = ownError('CONSOLE.CLOUD_TIMEOUT')

const refusal = async (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error)

test('an answer that comes is given', async () => {
  await expect(createOrFind(cloud([[]], paris).options)).resolves.toEqual(paris)
})

test('a refusal is thrown as it is, and nothing is looked up', async () => {
  const refused = new ApiError({ status: 400, code: 'VPN.0001', message: 'No.' })
  await expect(refusal(createOrFind(cloud([[]], refused).options))).resolves.toBe(refused)
})

describe('after a lost answer', () => {
  test('what shows up in the list counts as created, also when it shows up late', async () => {
    const { options, sentTimes } = cloud([[], [], [], [paris]], lost)
    await expect(createOrFind(options)).resolves.toEqual(paris)
    expect(sentTimes()).toBe(1)
  })

  test('an older thing of the same name is not taken for it', async () => {
    const error = await refusal(createOrFind(cloud([[older]], lost).options))
    expect.assert(error instanceof LostAnswer)
    expect(error).toMatchObject({ mayExist: false, code: 'CONSOLE.CLOUD_TIMEOUT' })
    expect(error.message).toContain('was not built')
  })

  test('where the list cannot be read nobody says that it was not built', async () => {
    const error = await refusal(createOrFind(cloud([[], lost], lost).options))
    expect.assert(error instanceof LostAnswer)
    expect(error.mayExist).toBe(true)
  })

  test('where the list could not be read before either, nothing found in it can be trusted', async () => {
    const error = await refusal(createOrFind(cloud([lost, [older]], lost).options))
    expect(error).toMatchObject({ mayExist: true })
  })
})
