import { describe, expect, test } from 'vitest'
import { lastReason, logLines, logText } from './log-lines.ts'

const second = 1_735_024_112
const fails = (micros: string, reason: string) => ({
  time: second,
  raw_message: `2024-12-24T07:08:32.${micros}+00:00 host-192-0-2-1 ipsec_ike[30085]: [192.0.2.1] IPsec tunnel negotiation fails. (IfIndex=[207], PeerAddress=[198.51.100.7], PeerPort=[500], Reason=[${reason}])`,
})
const up = {
  time: second + 60,
  raw_message: '2024-12-24T07:09:32.1+00:00 host ipsec_ike[1]: IPsec tunnel is established. (Role=[Initiator])',
}

describe('logLines', () => {
  test('the exact time of a line orders those of one second', () => {
    const lines = logLines([fails('100000', 'version mismatch'), up, fails('730275', 'authentication fail')])
    expect(lines.map(({ time }) => time)).toEqual([
      Date.UTC(2024, 11, 24, 7, 9, 32, 100),
      Date.UTC(2024, 11, 24, 7, 8, 32, 730),
      Date.UTC(2024, 11, 24, 7, 8, 32, 100),
    ])
  })

  test('a line without a time, or with quite another one, has that of the answer', () => {
    const lines = logLines([
      { time: second, raw_message: 'something new' },
      { time: second, raw_message: '1999-01-01T00:00:00+00:00 a clock that is wrong' },
    ])
    expect(lines.map(({ time }) => time)).toEqual([second * 1000, second * 1000])
  })

  test('two equal lines are two, and keep their ids when a newer one comes', () => {
    const before = logLines([fails('1', 'x'), fails('1', 'x')])
    expect(new Set(before.map(({ id }) => id)).size).toBe(2)
    const after = logLines([up, fails('1', 'x'), fails('1', 'x')])
    expect(after.slice(1).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })
})

describe('lastReason', () => {
  test('is that of the newest line', () => {
    expect(lastReason([fails('9', 'authentication fail'), fails('1', 'version mismatch')])).toBe('authentication fail')
    expect(lastReason([{ time: 1, raw_message: 'IPsec tunnel is deleted. (OfflineReason=[dpd timeout])' }])).toBe(
      'dpd timeout',
    )
  })

  test('there is none once the tunnel has come up, or before anything happened', () => {
    expect(lastReason([up, fails('1', 'version mismatch')])).toBeUndefined()
    expect(lastReason([])).toBeUndefined()
  })
})

test('the text is the raw lines, newest first', () => {
  expect(logText(logLines([fails('1', 'a'), up]))).toBe(`${up.raw_message}\n${fails('1', 'a').raw_message}`)
})
