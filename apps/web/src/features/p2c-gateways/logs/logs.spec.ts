import { ApiError } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logConfigErrors, logConfigSchema, logConfigValues, toLogConfigBody } from './log-config-form.ts'
import { rawLine } from './raw-line.ts'

describe('a line whose form nobody documented', () => {
  test('has the time that a JSON line tells, in seconds, milliseconds or as text', () => {
    const at = Date.parse('2026-03-01T10:00:00Z')
    for (const time of [at, at / 1000, '2026-03-01T10:00:00Z']) {
      expect(rawLine({ content: JSON.stringify({ time, user: 'lyon.01' }) }, 0).at).toBe(at)
    }
  })

  test('has the time it begins with, else that of its number, else none', () => {
    const at = Date.parse('2026-03-01T10:00:00.123Z')
    expect(rawLine({ content: '2026-03-01T10:00:00.123Z somebody came' }, 0).at).toBe(at)
    expect(rawLine({ content: 'somebody came', line_num: `${at}000000` }, 0).at).toBe(at)
    expect(rawLine({ content: 'somebody came', line_num: '7' }, 0).at).toBeUndefined()
    expect(rawLine({}, 3)).toEqual({ id: '3', at: undefined, text: '' })
  })

  test('is shown as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
        const { text, at } = rawLine({ content }, 0)
        expect(text).toBe(content.trimEnd())
        if (at !== undefined) expect(() => new Date(at).toISOString()).not.toThrow()
      }),
    )
  })
})

describe('the stream', () => {
  const problems = (groupId: string, streamId: string) =>
    logConfigSchema.safeParse({ groupId, streamId }).error?.issues.map(({ path }) => path.join('.')) ?? []

  test('needs both ids, and ids they must be', () => {
    expect(problems('', '')).toEqual(['groupId', 'streamId'])
    expect(problems('lts group', 'a-1')).toEqual(['groupId'])
    expect(problems('a-1', 'b-2')).toEqual([])
  })

  test('is sent as it was read', () => {
    const place = { log_group_id: 'a-1', log_stream_id: 'b-2' }
    expect(toLogConfigBody(logConfigValues(place))).toEqual({ log_config: place })
    expect(logConfigValues(null)).toEqual({ groupId: '', streamId: '' })
  })

  test('that the cloud does not find is told beside it', () => {
    const error = new ApiError({ status: 400, code: 'VPN.0001', message: 'log stream b-2 is not found' })
    expect(logConfigErrors(error)).toEqual([{ field: 'streamId', message: 'log stream b-2 is not found' }])
  })
})
