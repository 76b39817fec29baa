import type { Eip } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { eipFindings } from './eip-form.ts'
import { agreementWords, eipTitle, exchangeWords } from './eip-words.ts'
import { exchangeEip, type ExchangeSteps } from './exchange-eip.ts'

const gateway = { name: 'p2c-paris', eip: { id: 'eip-1', ip_address: '192.0.2.1' }, current_connection_number: 2 }

/** A cloud with one gateway that tells what was asked of it; unbinding shows after `delay` looks. */
const cloudOf = (bound: { eip?: Eip }, delay = 0) => {
  const asked: string[] = []
  let left = delay
  let isUnbinding = false
  const steps: ExchangeSteps = {
    show: async () => {
      if (isUnbinding && left-- <= 0) delete bound.eip
      return bound
    },
    unbind: async (id) => {
      asked.push(`unbind ${id}`)
      isUnbinding = true
    },
    bind: async ({ p2c_vpn_gateway }) => asked.push(`bind ${JSON.stringify(p2c_vpn_gateway)}`),
    wait: async () => asked.push('wait'),
  }
  return { steps, asked }
}

describe('an exchange', () => {
  test('unbinds the old EIP, waits until it is gone, and binds the new one', async () => {
    const { steps, asked } = cloudOf({ eip: { id: 'eip-1' } }, 2)
    await exchangeEip(steps, 'eip-3')
    expect(asked).toEqual(['unbind eip-1', 'wait', 'wait', 'bind {"eip_id":"eip-3"}'])
  })

  test('does not wait for ever', async () => {
    const { steps, asked } = cloudOf({ eip: { id: 'eip-1' } }, 1000)
    await exchangeEip(steps, 'eip-3')
    expect(asked.at(-1)).toContain('bind')
  })

  test('only binds where nothing is bound, and does nothing where it was done', async () => {
    const empty = cloudOf({})
    await exchangeEip(empty.steps, 'eip-3')
    expect(empty.asked).toEqual(['bind {"eip_id":"eip-3"}'])
    const done = cloudOf({ eip: { id: 'eip-3' } })
    await exchangeEip(done.steps, 'eip-3')
    expect(done.asked).toEqual([])
  })
})

test('the form asks for an EIP that is another one, and for the confirmation', () => {
  const wrong = (eipId: string, isAgreed: boolean) =>
    eipFindings({ eipId, isAgreed }, gateway).map(({ field }) => field)
  expect(wrong('', true)).toEqual(['eipId'])
  expect(wrong('eip-1', true)).toEqual(['eipId'])
  expect(wrong('eip-2', false)).toEqual(['isAgreed'])
  expect(wrong('eip-2', true)).toEqual([])
})

test('what is asked and agreed to names the addresses and who is cut off', () => {
  expect(eipTitle(gateway)).toBe('Exchange the EIP of p2c-paris')
  expect(exchangeWords(gateway)[0]).toContain('192.0.2.1 is unbound first')
  expect(agreementWords(gateway, '192.0.2.2')).toBe(
    'Exchange 192.0.2.1 for 192.0.2.2. 2 clients are cut off, and everybody needs a new client profile.',
  )
  const { eip: _, ...bare } = gateway
  expect(eipTitle(bare)).toBe('Bind an EIP to p2c-paris')
  expect(agreementWords(bare, '192.0.2.2')).toBe('Bind 192.0.2.2 to p2c-paris.')
})
