import type { Job, SubJob } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationOf, isAtWork, isFinished, isLate, jobPollInterval, progressOf } from '../../../ui/jobs/job-progress.ts'
import { jobState, jobTypeWords, stepState, versionOf } from '../../../ui/jobs/job-words.ts'
import { consequences, uncovered } from './upgrade-impact.ts'

const start = Date.parse('2026-03-01T10:00:00Z')
const at = (seconds: number) => start + seconds * 1000
const stamp = (seconds: number) => new Date(at(seconds)).toISOString()

const step = (status: SubJob['status'], more: Partial<SubJob> = {}): SubJob => ({
  id: `step-${status}`,
  status,
  ...more,
})
const job = (more: Partial<Job> = {}): Job => ({
  id: 'job-1',
  job_type: 'upgrade',
  status: 'upgrading',
  created_at: stamp(0),
  expected_time_seconds: 120,
  sub_jobs: [step('success'), step('upgrading', { created_at: stamp(40) }), step('init')],
  ...more,
})

describe('progress', () => {
  test('counts what is done, and of what is at work the time that went by', () => {
    expect(progressOf(job(), at(40))).toBe(33)
    expect(progressOf(job(), at(60))).toBe(50)
  })

  test('of a clock that is ahead of ours is not less than nothing', () => {
    expect(progressOf(job(), at(-500))).toBe(33)
  })

  test('is unknown without steps, and for a rollback, whose steps are those of the upgrade', () => {
    expect(progressOf(job({ sub_jobs: [] }), at(40))).toBeUndefined()
    expect(progressOf(job({ status: 'rolling_back' }), at(40))).toBeUndefined()
    expect(progressOf(job({ status: 'success' }), at(40))).toBeUndefined()
  })

  const steps = fc.array(
    fc.record({
      id: fc.uuid(),
      status: fc.constantFrom('init', 'upgrading', 'success', 'fail'),
      created_at: fc.option(fc.integer({ min: -100, max: 1000 }).map(stamp), { nil: undefined }),
      expected_time_seconds: fc.option(fc.integer({ min: 0, max: 600 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  )

  test('never says that all is done while the job is at work, and never goes back as time goes by', () => {
    fc.assert(
      fc.property(steps, fc.nat(2000), fc.nat(2000), (sub_jobs, now, more) => {
        const one = job({ sub_jobs })
        const [before, after] = [progressOf(one, at(now)), progressOf(one, at(now + more))]
        expect(before === undefined).toBe(after === undefined)
        if (before === undefined || after === undefined) return
        expect(before).toBeGreaterThanOrEqual(0)
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThan(100)
      }),
    )
  })

  test('is late only while the job is at work', () => {
    expect(isLate(job(), at(121))).toBe(true)
    expect(isLate(job(), at(119))).toBe(false)
    expect(isLate(job({ status: 'success' }), at(500))).toBe(false)
    expect(durationOf(job({ finished_at: stamp(90) }), at(500))).toBe(90_000)
    expect(durationOf({}, at(1))).toBeUndefined()
  })
})

test('a job is finished, at work, or waits for a person', () => {
  const kinds = (status: Job['status']) => [isFinished({ status }), isAtWork({ status })]
  expect(kinds('success')).toEqual([true, false])
  expect(kinds('rollback_success')).toEqual([true, false])
  expect(kinds('fail')).toEqual([true, false])
  expect(kinds('upgrading')).toEqual([false, true])
  expect(kinds('rolling_back')).toEqual([false, true])
  expect(kinds('pending_upgrade_confirm')).toEqual([false, false])
  expect(jobPollInterval([job()])).toBeLessThan(jobPollInterval([job({ status: 'success' })]))
})

describe('the words', () => {
  test('of a state that was never seen are the cloud’s own', () => {
    expect(jobState({ status: 'sleeping' }).words).toBe('sleeping')
    expect(stepState({ status: 'sleeping' }).words).toBe('sleeping')
    expect(jobTypeWords({ job_type: 'migration' })).toBe('migration')
    expect(versionOf({ status: 'ACTIVE', upgrade_info: 'someday' }).words).toBe('someday')
  })

  test('of a gateway that waits for a decision ask for it', () => {
    expect(versionOf({ status: 'PENDING_UPGRADE_CONFIRM', upgrade_info: 'ready' }).words).toBe(
      'Upgraded: commit or roll back',
    )
    expect(versionOf({ status: 'ACTIVE', upgrade_info: 'expiring soon' }).kind).toBe('warning')
    expect(versionOf({ status: 'ACTIVE' }).words).toBe('Not told')
  })
})

describe('what an upgrade interrupts', () => {
  const end = (name: string, cgw_id: string, vgw_ip: string, status = 'ACTIVE') => ({ name, cgw_id, vgw_ip, status })
  const pair = [end('lyon-1', 'cgw-1', 'eip-1'), end('lyon-2', 'cgw-1', 'eip-2')]

  test('is nothing for long where a second tunnel takes over', () => {
    expect(uncovered(pair)).toEqual([])
    expect(consequences('start', 'gw-paris', pair).join(' ')).toContain('takes over')
  })

  test('is named where none does: alone, at the same address, or with the other one down', () => {
    const alone = [end('nice', 'cgw-2', 'eip-1')]
    const same = [end('metz-1', 'cgw-3', 'eip-1'), end('metz-2', 'cgw-3', 'eip-1')]
    const down = [end('brest-1', 'cgw-4', 'eip-1'), end('brest-2', 'cgw-4', 'eip-2', 'DOWN')]
    const names = uncovered([...pair, ...alone, ...same, ...down]).map(({ name }) => name)
    expect(names).toEqual(['nice', 'metz-1', 'metz-2', 'brest-1'])
    expect(consequences('rollback', 'gw-paris', alone).join(' ')).toContain('nice has no second tunnel')
    expect(consequences('start', 'gw-paris', undefined).join(' ')).toContain('could not be looked up')
    expect(consequences('start', 'gw-paris', []).join(' ')).toContain('Nothing connects')
  })

  test('is what has no tunnel that is up to the same device from the other address', () => {
    const any = fc.record({
      name: fc.string(),
      cgw_id: fc.constantFrom('a', 'b'),
      vgw_ip: fc.constantFrom('1', '2'),
      status: fc.constantFrom('ACTIVE', 'DOWN'),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (connections) => {
        const alone = new Set(uncovered(connections))
        for (const one of connections) {
          const isBacked = connections.some(
            (other) => other.cgw_id === one.cgw_id && other.vgw_ip !== one.vgw_ip && other.status === 'ACTIVE',
          )
          expect(alone.has(one)).toBe(!isBacked)
        }
      }),
    )
  })

  test('of a commit is that there is no way back', () => {
    expect(consequences('finish', 'gw-paris', pair).join(' ')).toContain('cannot be rolled back')
  })
})
