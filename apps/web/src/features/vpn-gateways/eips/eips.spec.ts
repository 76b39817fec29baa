import type { Eip, VpnGateway } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eipFindings } from './eip-form.ts'
import { agreementWords, deviceTask, eipTitle, eipWarning, endsAt, exchangeWords } from './eip-words.ts'
import { exchangeEip, type ExchangeSteps, type Slot } from './exchange-eip.ts'

const gateway: VpnGateway = {
  id: 'gw-1',
  name: 'gw-paris',
  network_type: 'public',
  status: 'ACTIVE',
  attachment_type: 'vpc',
  ha_mode: 'active-active',
  flavor: 'Basic',
  eip1: { id: 'eip-1', ip_address: '192.0.2.1' },
  eip2: { id: 'eip-2', ip_address: '192.0.2.2' },
}
const { eip1: _, ...half } = gateway

/** A cloud with one gateway that tells what was asked of it; unbinding shows after `delay` looks. */
const cloudOf = (bound: { eip1?: Eip; eip2?: Eip }, delay = 0) => {
  const asked: string[] = []
  let left = delay
  let isUnbinding = false
  const steps: ExchangeSteps = {
    show: async () => {
      if (isUnbinding && left-- <= 0) delete bound.eip1
      return bound
    },
    unbind: async (id) => {
      asked.push(`unbind ${id}`)
      isUnbinding = true
    },
    bind: async ({ vpn_gateway }) => asked.push(`bind ${JSON.stringify(vpn_gateway)}`),
    wait: async () => asked.push('wait'),
  }
  return { steps, asked }
}

describe('an exchange', () => {
  test('unbinds the old EIP before it binds the new one', async () => {
    const { steps, asked } = cloudOf({ eip1: { id: 'eip-1' } })
    await exchangeEip(steps, 1, 'eip-3')
    expect(asked).toEqual(['unbind eip-1', 'bind {"eip_id_1":"eip-3"}'])
  })

  test('waits until the old one is gone', async () => {
    const { steps, asked } = cloudOf({ eip1: { id: 'eip-1' } }, 2)
    await exchangeEip(steps, 1, 'eip-3')
    expect(asked).toEqual(['unbind eip-1', 'wait', 'wait', 'bind {"eip_id_1":"eip-3"}'])
  })

  test('does not wait for ever', async () => {
    const { steps, asked } = cloudOf({ eip1: { id: 'eip-1' } }, 1000)
    await exchangeEip(steps, 1, 'eip-3')
    expect(asked.at(-1)).toContain('bind')
  })

  test('only binds where nothing is bound, also when the first half was done before', async () => {
    const { steps, asked } = cloudOf({ eip1: { id: 'eip-1' } })
    await exchangeEip(steps, 2, 'eip-3')
    expect(asked).toEqual(['bind {"eip_id_2":"eip-3"}'])
  })

  test('does nothing where it was done and only the answer was lost', async () => {
    const { steps, asked } = cloudOf({ eip1: { id: 'eip-3' } })
    await exchangeEip(steps, 1, 'eip-3')
    expect(asked).toEqual([])
  })
})

describe('the connections of an address', () => {
  test('are those that name its EIP by id or by address', () => {
    expect(['eip-1', '192.0.2.1', 'eip-2', 'eip-9'].map((vgw_ip) => endsAt(gateway, 1, { vgw_ip }))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  test('that has none are those of neither EIP that is bound', () => {
    expect(['eip-1', 'eip-2'].map((vgw_ip) => endsAt(half, 1, { vgw_ip }))).toEqual([true, false])
  })

  test('end at no more than one of the two', () => {
    fc.assert(
      fc.property(fc.constantFrom('eip-1', 'eip-2', '192.0.2.1', '192.0.2.2', 'other'), (vgw_ip) => {
        const slots: Slot[] = [1, 2]
        expect(slots.filter((slot) => endsAt(gateway, slot, { vgw_ip })).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('the form', () => {
  const messageOf = (eipId: string, isAgreed = true, of: VpnGateway = gateway) =>
    eipFindings({ eipId, isAgreed }, of, 1)[0]?.message

  test('takes a free EIP that was agreed to', () => {
    expect(messageOf('eip-3')).toBeUndefined()
    expect(messageOf('eip-3', false)).toContain('Confirm')
  })

  test('refuses none, the same, that of the other address, what is no id, and a private gateway', () => {
    expect(messageOf('')).toContain('Choose')
    expect(messageOf('eip-1')).toContain('already')
    expect(messageOf('eip-2')).toContain('different')
    expect(messageOf('192.0.2.7')).toContain('id')
    expect(messageOf('eip-3', true, { ...gateway, network_type: 'private' })).toContain('no EIPs')
  })
})

describe('the words', () => {
  test('tell an exchange from a binding', () => {
    expect(eipTitle(gateway, 1)).toBe('Exchange EIP 1 of gw-paris')
    expect(eipTitle({ ...half, ha_mode: 'active-standby' }, 1)).toBe('Bind the active EIP of gw-paris')
    expect(exchangeWords(gateway, 1).join(' ')).toContain('goes down')
    expect(exchangeWords(half, 1).join(' ')).toContain('Nothing is taken down')
  })

  test('name what stays down, and what to set at the device', () => {
    const facts = { address: '192.0.2.9', connections: 2 }
    expect(agreementWords(gateway, 1, facts)).toContain('the 2 connections there stay down until their devices use')
    expect(agreementWords(gateway, 1, { ...facts, connections: 1 })).toContain('the connection there stays down')
    expect(agreementWords(gateway, 1, { ...facts, connections: 0 })).toContain('No connection')
    expect(agreementWords(half, 1, facts)).toBe('Bind 192.0.2.9 to gw-paris.')
    expect(deviceTask('192.0.2.1', '192.0.2.9')('cgw-lyon')).toContain('from 192.0.2.1 to 192.0.2.9')
  })

  test('warn of bandwidth that the gateway does not carry', () => {
    expect(eipWarning({ id: 'a', bandwidth_size: 101 }, gateway)).toContain('100 Mbit/s')
    expect(eipWarning({ id: 'a', bandwidth_size: 100 }, gateway)).toBeUndefined()
    expect(eipWarning(undefined, gateway)).toBeUndefined()
  })
})
