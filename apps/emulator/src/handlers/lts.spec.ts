import { describe, expect, test } from 'vitest'
import { findStream, writeLine } from '../log-streams.ts'
import { emptyNeighbours } from '../neighbours.ts'
import { accountData } from '../estates/account-data.ts'
import { startCloud } from '../testing/cloud.ts'

const params = {
  log_group_id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
  log_stream_id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e002',
}

const streamWith = (count: number) => {
  const stream = findStream({ ...emptyNeighbours(), ...accountData() }, params.log_group_id, params.log_stream_id)
  if (!stream) throw new Error('The stream is gone.')
  for (let index = 0; index < count; index++) writeLine(stream, 1_000 + Math.floor(index / 3), `line ${index}`)
  return stream
}

test('lines get numbers that rise, also those of one millisecond', () => {
  const numbers = streamWith(12).lines.map(({ number }) => BigInt(number))
  expect(numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0n))).toBe(true)
})

describe('a question to a log stream', () => {
  const ask = async (body: Record<string, unknown>) => {
    const cloud = await startCloud()
    const until = Date.now()
    return cloud.untyped('listLogs', { params, body: { start_time: '0', end_time: String(until), ...body } })
  }

  test('is answered, with a count on wish', async () => {
    expect(await ask({})).toMatchObject({ status: 200, body: { logs: [], isQueryComplete: true } })
    expect(await ask({ is_count: true })).toMatchObject({ body: { count: 0 } })
  })

  test.each([
    { start_time: 'yesterday' },
    { start_time: '2', end_time: '1' },
    { limit: 0 },
    { limit: 5_001 },
    { line_num: '12' },
    { search_type: 'forwards' },
    { line_num: 'x', search_type: 'forwards' },
    { line_num: '12', search_type: 'sideways' },
  ])('is refused: %o', async (body) => {
    expect(await ask(body)).toMatchObject({ status: 400, body: { error_code: 'LTS.2007' } })
  })

  test('is about a stream of that group', async () => {
    const cloud = await startCloud()
    const elsewhere = { ...params, log_stream_id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e011' }
    const body = { start_time: '0', end_time: '1' }
    expect(await cloud.call('listLogs', { params: elsewhere, body })).toMatchObject({ status: 404 })
  })
})
