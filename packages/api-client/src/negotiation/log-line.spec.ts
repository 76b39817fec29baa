import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLogLine } from './log-line.ts'

const second = 1_735_024_112
const at = '2024-12-24T07:08:32.730275+00:00'
const host = 'host-192-0-2-1 ipsec_ike[30085]:'
const fails =
  'IPsec tunnel negotiation fails. (IfIndex=[207], PolicyName=[], SeqNum=[0], PeerAddress=[198.51.100.7], PeerPort=[500], Reason=[version mismatch])'
const read = (raw_message: string, time = second) => readLogLine({ time, raw_message })

describe('the documented line', () => {
  const parts = {
    time: Date.UTC(2024, 11, 24, 7, 8, 32, 730),
    fraction: '730275',
    node: '192.0.2.1',
    process: 'ipsec_ike',
    pid: 30_085,
    ip: '192.0.2.1',
    event: 'IPsec tunnel negotiation fails',
    values: {
      ifindex: '207',
      policyname: '',
      seqnum: '0',
      peeraddress: '198.51.100.7',
      peerport: '500',
      reason: 'version mismatch',
    },
    peer: '198.51.100.7',
    reason: 'version mismatch',
    kind: 'failed',
  }

  test('is taken apart', () => {
    const raw = `${at} ${host} [192.0.2.1] ${fails}`
    expect(read(raw)).toEqual({ ...parts, raw })
  })

  test('may break after the colon, as the sample of the reference does', () => {
    const raw = `${at} ${host}\n[192.0.2.1] ${fails.replace('(IfIndex', '\n(IfIndex')}`
    expect(read(raw)).toEqual({ ...parts, raw })
  })

  test.each(['INFO ', 'warning: ', '<err> '])('may have the log level %j, which the reference names', (level) => {
    const raw = `${at} ${host} ${level}[192.0.2.1] ${fails}`
    expect(read(raw)).toEqual({ ...parts, raw })
  })

  test('hides the addresses in the reference', () => {
    expect(read(`${at} host-xx-xx-xx-xx ipsec_ike[1]: [xx.xx.xx.xx] ${fails}`)).toMatchObject({
      node: 'xx.xx.xx.xx',
      ip: 'xx.xx.xx.xx',
      kind: 'failed',
    })
  })
})

test.each([
  ['IPsec tunnel is established. (Role=[Initiator])', 'established'],
  ['IPSec tunnel is deleted. (OfflineReason=[dpd timeout])', 'deleted'],
  ['An IPSec tunnel is teared down. (State=[x], OfflineReason=[spi conflict])', 'deleted'],
  ['IPsec tunnel fails to be established.', 'failed'],
  ['Something else happened', 'other'],
])('%j is %s', (message, kind) => {
  expect(read(`${at} ${host} [192.0.2.1] ${message}`).kind).toBe(kind)
})

test('keys are found in any spelling, and unknown ones are kept', () => {
  const line = read(`${at} ${host} x is deleted. (ifINDEX=[1], PEERaddress=[2001:db8::1], offlineREASON=[a b], New=[])`)
  expect(line.values).toEqual({ ifindex: '1', peeraddress: '2001:db8::1', offlinereason: 'a b', new: '' })
  expect(line).toMatchObject({ reason: 'a b', peer: '2001:db8::1' })
})

test.each([
  ['2024-12-24T07:08:32.73027+00:00', 730],
  ['2024-12-24T07:08:32.730275+00:00', 730],
  ['2024-12-24T08:08:32.7+0100', 700],
  ['2024-12-24T07:08:32Z', 0],
  ['1999-01-01T00:00:00.5+00:00', 0],
  ['2024-13-41T07:08:32.5+00:00', 0],
  ['2024-12-24T07:08:32.5', 0],
])('the stamp %s is believed only where it agrees with the seconds', (text, ms) => {
  expect(read(`${text} ${host} ${fails}`).time).toBe(second * 1000 + ms)
})

describe('whatever comes', () => {
  test('nothing throws, the raw line is kept, and junk is of kind other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 0, max: 4e9 }), (text, time) => {
        const line = read(text, time)
        expect(line.raw).toBe(text.trim())
        expect(line.kind).toBe('other')
        expect(line.event).toBe(line.raw)
        expect(line.time).toBe(time * 1000)
      }),
    )
  })

  test('a good line cut anywhere still reads', () => {
    const whole = `${at} ${host} [192.0.2.1] ${fails}`
    for (let end = 0; end <= whole.length; end++) {
      const line = read(whole.slice(0, end))
      expect(line.raw).toBe(whole.slice(0, end).trim())
      expect(line.reason).toBe(end >= whole.length - 1 ? 'version mismatch' : undefined)
    }
  })

  test('hostile lengths are read at once', () => {
    const long = 100_000
    for (const text of [
      'a'.repeat(long),
      '('.repeat(long),
      'a=['.repeat(long),
      ' '.repeat(long),
      '[x] '.repeat(long),
    ]) {
      expect(read(`${at} ${host} ${text}`).raw.length).toBeGreaterThan(0)
    }
  })
})

test('what is written is read back', () => {
  const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,10}$/)
  const value = fc.stringMatching(/^[\w .:/-]{0,20}$/).map((text) => text.trim())
  const octets = fc.array(fc.nat(255), { minLength: 4, maxLength: 4 })
  const values = fc.uniqueArray(fc.tuple(word, value), { selector: ([key]) => key.toLowerCase(), maxLength: 8 })
  const events = fc.constantFrom(
    ['IPsec tunnel negotiation fails', 'failed'] as const,
    ['IPsec tunnel is established', 'established'] as const,
    ['IPSec tunnel is deleted', 'deleted'] as const,
  )
  const fraction = fc.stringMatching(/^[0-9]{5,6}$/)
  fc.assert(
    fc.property(
      octets,
      fc.nat(99_999),
      events,
      values,
      fraction,
      fc.constantFrom(' ', '\n'),
      (numbers, pid, [event, kind], given, digits, gap) => {
        const ip = numbers.join('.')
        const list = given.map(([key, text]) => `${key}=[${text}]`).join(', ')
        const raw = `2024-12-24T07:08:32.${digits}+00:00 host-${numbers.join('-')} ipsec_ike[${pid}]:${gap}[${ip}] ${event}. ${list && `(${list})`}`
        expect(read(raw)).toMatchObject({
          time: second * 1000 + Number(digits.slice(0, 3)),
          fraction: digits,
          node: ip,
          process: 'ipsec_ike',
          pid,
          ip,
          event,
          kind,
          values: Object.fromEntries(given.map(([key, text]) => [key.toLowerCase(), text])),
          raw: raw.trim(),
        })
      },
    ),
  )
})
