import { readLogLine, type NegotiationLine, type Route, type VpnConnection } from '@vpn-console/api-client'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deleted, established, fails, logOf } from '../../../ui/log/testing.ts'
import { failingLayer, layersOf, type LayerFacts, type SaInfo, type Source } from './layers.ts'

const at = Date.UTC(2026, 10, 22, 4)
const minute = 60_000
const gone = { state: 'unknown', why: 'This region does not offer it.' } as const
const known = <T>(value: T) => ({ state: 'known', value }) as const

const connection: VpnConnection = {
  id: 'c1',
  name: 'paris-lyon-1',
  status: 'ACTIVE',
  vgw_id: 'g1',
  vgw_ip: 'e1',
  style: 'STATIC',
  cgw_id: 'x1',
  peer_subnets: ['192.168.0.0/24'],
}
const routeTo = (id: string, destination = '192.168.0.0/24'): Route => ({
  destination,
  nexthop_resource: { id, type: 'vpn_connection' },
})
const sa: SaInfo = { id: 's1', packets_sent: 10, packets_recv: 10 }

/** Events of the log by their minutes, oldest first. */
const logWith = (...raws: ((time: number) => string)[]): Source<NegotiationLine[]> =>
  known(raws.map((raw, index) => readLogLine(logOf(raw(at + index * minute), at + index * minute))).toReversed())
const up = (time: number) => established(time)
const failing = (reason: string) => (time: number) => fails(time, reason)
const torn = (reason: string) => (time: number) => deleted(time, reason)

const healthy: LayerFacts = {
  connection,
  other: undefined,
  log: logWith(up),
  sa: known([sa]),
  routes: known([routeTo('c1')]),
  loss: known(undefined),
}
const down = { ...connection, status: 'DOWN' } as const
const broken: LayerFacts = { ...healthy, connection: down, sa: known([]), routes: known([]) }
const states = (facts: LayerFacts) => layersOf(facts).map(({ id, state }) => `${id} ${state}`)

describe('a tunnel that is up', () => {
  test('has its layers by its mode; without NQA nobody knows whether traffic crosses', () => {
    expect(states(healthy)).toEqual(['ike up', 'ipsec up', 'nqa unknown', 'routes up'])
    const policy: VpnConnection = {
      ...connection,
      style: 'POLICY',
      policy_rules: [{ source: '10.0.0.0/24', destination: ['192.168.0.0/24'] }],
    }
    expect(states({ ...healthy, connection: policy })).toEqual(['ike up', 'ipsec up', 'routes up'])
  })

  test('is so since it was established, not since its keys were replaced', () => {
    const [ike] = layersOf({ ...healthy, log: logWith(failing('dpd timeout'), up, up, torn('phase2 sa replace')) })
    expect(ike?.since).toEqual({ at: at + minute, isAtLeast: false })
  })

  test('with a log that begins later it is so at least since then', () => {
    const lines = Array.from({ length: 200 }, () => up)
    expect(layersOf({ ...healthy, log: logWith(...lines) })[0]?.since).toEqual({ at, isAtLeast: true })
  })

  test('without log and SA list it is as its status says, and that is told', () => {
    const [ike, ipsec] = layersOf({ ...healthy, log: gone, sa: gone })
    expect(ike).toMatchObject({ state: 'up', evidence: expect.stringContaining('Status of the connection: Connected') })
    expect(ipsec).toMatchObject({ state: 'up', evidence: expect.stringContaining('does not offer') })
  })

  test('from which nothing comes back needs attention', () => {
    const [, ipsec] = layersOf({ ...healthy, sa: known([{ id: 's', packets_sent: 9, packets_recv: 0 }]) })
    expect(ipsec).toMatchObject({ state: 'attention', words: 'Up, but nothing comes back' })
  })

  test('with a failed negotiation since needs attention, with the reason', () => {
    const [ike] = layersOf({ ...healthy, log: logWith(up, failing('rekey fail')) })
    expect(ike).toMatchObject({ state: 'attention', reason: 'rekey fail' })
  })

  test('that no route leads into is in reserve where the other tunnel carries the traffic', () => {
    const other = { id: 'c2', name: 'paris-lyon-2' }
    expect(layersOf({ ...healthy, routes: known([]) }).at(-1)).toMatchObject({ state: 'down', words: 'None' })
    expect(layersOf({ ...healthy, other, routes: known([routeTo('c2')]) }).at(-1)).toMatchObject({
      state: 'standby',
      words: 'Carried by paris-lyon-2',
    })
  })

  test('lacks a route to a network that is written otherwise only where it is another one', () => {
    const named = { ...connection, peer_subnets: ['192.168.0.7/24', '192.168.9.0/24'] }
    expect(layersOf({ ...healthy, connection: named }).at(-1)).toMatchObject({
      state: 'attention',
      cause: 'No route leads to 192.168.9.0/24.',
    })
  })
})

describe('a tunnel that is down', () => {
  test.each([
    ['responder dh mismatch', ['ike down', 'ipsec waiting', 'nqa unknown', 'routes waiting']],
    ['max transmit reached', ['ike down', 'ipsec waiting', 'nqa unknown', 'routes waiting']],
    ['phase2 proposal or pfs mismatch', ['ike up', 'ipsec down', 'nqa unknown', 'routes waiting']],
    ['flow conflict', ['ike up', 'ipsec down', 'nqa unknown', 'routes waiting']],
    // Which phase an unknown reason is about nobody knows; that there is no SA is known.
    ['quantum drift', ['ike unknown', 'ipsec down', 'nqa unknown', 'routes waiting']],
  ])('because of %s', (reason, expected) => {
    expect(states({ ...broken, log: logWith(up, failing(reason)) })).toEqual(expected)
  })

  test('is so since the teardown, and tells how it began', () => {
    const log = logWith(up, torn('dpd timeout'), failing('max transmit reached'), failing('max transmit reached'))
    expect(layersOf({ ...broken, log })[0]).toMatchObject({
      since: { at: at + minute, isAtLeast: false },
      reason: 'max transmit reached',
      cause: expect.stringContaining('It began with “dpd timeout”'),
    })
  })

  test('with an empty log was never negotiated', () => {
    expect(layersOf({ ...broken, log: logWith() })[0]).toMatchObject({ state: 'down', words: 'Not negotiated yet' })
  })

  test('without a log to read it is not known where', () => {
    expect(layersOf({ ...broken, log: gone, sa: gone }).slice(0, 2)).toMatchObject([
      { state: 'unknown' },
      { state: 'unknown' },
    ])
  })
})

describe('what fails above IPsec', () => {
  const bgp = (state: string | undefined, status: VpnConnection['status'] = 'DOWN'): LayerFacts => ({
    ...broken,
    connection: {
      ...connection,
      status,
      style: 'BGP',
      ...(state && { bgp_peer: { state, state_duration: '00h01m02s' } }),
    },
    sa: gone,
    log: logWith(up),
  })

  test('BGP: the status says not connected, yet IPsec is up', () => {
    expect(states(bgp('active'))).toEqual(['ike up', 'ipsec up', 'bgp down', 'routes waiting'])
    expect(failingLayer(layersOf(bgp('active')))?.id).toBe('bgp')
    expect(layersOf(bgp('Established', 'ACTIVE'))[2]).toMatchObject({
      state: 'up',
      words: 'Established for 1 min 2 s',
    })
    expect(layersOf(bgp(undefined))[2]).toMatchObject({ state: 'unknown' })
  })

  test('BGP waits where the tunnel itself is down', () => {
    expect(states({ ...bgp('idle'), log: logWith(failing('version mismatch')) })[2]).toBe('bgp waiting')
  })

  test.each([
    [0, 'up'],
    [30, 'attention'],
    [100, 'down'],
    [undefined, 'unknown'],
  ] as const)('NQA with %s %% loss is %s', (loss, state) => {
    const watched = { ...connection, enable_nqa: true }
    expect(layersOf({ ...healthy, connection: watched, loss: known(loss) })[2]?.state).toBe(state)
  })
})

test.each(['PENDING_CREATE', 'PENDING_UPDATE', 'PENDING_DELETE'] as const)(
  '%s: nothing is green meanwhile',
  (status) => {
    const all = layersOf({ ...healthy, connection: { ...connection, status } })
    expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['settling']))
  },
)

test('whatever is known or not: no green without evidence, no failure without a cause, and always the same layers', () => {
  const source = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Source<T>> =>
    fc.oneof(value.map(known), fc.constant(gone), fc.constant({ state: 'loading' } as const))
  const events = fc.constantFrom(
    up,
    failing('authentication fail'),
    failing('flow mismatch'),
    failing('never heard of'),
    torn('dpd timeout'),
    torn('phase2 sa replace'),
    () => 'a line that fits nothing',
  )
  const facts: fc.Arbitrary<LayerFacts> = fc.record({
    connection: fc.record({
      id: fc.constant('c1'),
      name: fc.constant('paris-lyon-1'),
      vgw_id: fc.constant('g1'),
      vgw_ip: fc.constant('e1'),
      cgw_id: fc.constant('x1'),
      status: fc.constantFrom('ACTIVE', 'DOWN', 'ERROR', 'FREEZED', 'UNKNOWN', 'NEW_WORD'),
      style: fc.constantFrom('STATIC', 'BGP', 'POLICY', 'POLICY-TEMPLATE'),
      enable_nqa: fc.boolean(),
      bgp_peer: fc.record({ state: fc.constantFrom('established', 'active', 'odd', '') }),
    }),
    other: fc.constant(undefined),
    log: fc.oneof(
      fc.array(events, { maxLength: 6 }).map((raws) => logWith(...raws)),
      fc.constant(gone),
      fc.constant({ state: 'loading' } as const),
    ),
    sa: source(fc.array(fc.constant(sa), { maxLength: 2 })),
    routes: source(fc.array(fc.constantFrom(routeTo('c1'), routeTo('c9')), { maxLength: 3 })),
    loss: source(fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined })),
  })
  fc.assert(
    fc.property(facts, (given) => {
      const layers = layersOf(given)
      expect(layers[0]?.id).toBe('ike')
      expect(layers.at(-1)?.id).toBe('routes')
      for (const { state, evidence, words, cause } of layers) {
        expect(words).not.toBe('')
        expect(evidence).not.toBe('')
        if (state === 'down' || state === 'attention') expect(cause).toBeTruthy()
      }
      const nothingSays =
        given.connection.status !== 'ACTIVE' && given.log.state !== 'known' && given.sa.state !== 'known'
      if (nothingSays) {
        expect(layers.slice(0, 2).filter(({ state }) => state === 'up')).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})
