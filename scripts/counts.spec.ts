import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countLine, countPlaywright, countReport, noCounts, sum } from './counts.mjs'

const spec = (title: string, status: string, description?: string) => ({
  title,
  tests: [{ status, annotations: description ? [{ type: 'skip', description }] : [] }],
})

const report = {
  errors: [],
  suites: [
    {
      title: 'gateways.e2e.ts',
      specs: [spec('lists', 'expected'), spec('breaks', 'unexpected')],
      suites: [{ title: 'deleting', specs: [spec('asks', 'flaky'), spec('runs', 'skipped', 'needs root')] }],
    },
  ],
}

test('a report of Playwright is counted through all its suites, and a flaky test is a failed one', () => {
  expect(countPlaywright(report)).toEqual({
    passed: 1,
    failed: 2,
    skipped: [{ name: 'gateways.e2e.ts > deleting > runs', reason: 'needs root' }],
  })
})

test('an error outside of any test is a failure', () => {
  expect(countPlaywright({ suites: [], errors: [{ message: 'no tests found' }] }).failed).toBe(1)
})

test('the last line names skipped tests only where there are some', () => {
  const counts = [
    { passed: 3, failed: 0, skipped: [] },
    { passed: 1, failed: 2, skipped: [] },
  ]
  expect(countLine(sum(counts))).toBe('4 passed, 2 failed')
  expect(countLine({ ...sum(counts), skipped: [{ name: 'a', reason: '' }] })).toBe('4 passed, 2 failed, 1 skipped')
})

test.each([
  ['a good run', { passed: 2, failed: 0, skipped: [] }, 0, 0],
  ['a run with a failure', { passed: 2, failed: 1, skipped: [] }, 1, 1],
  ['a program that failed without saying so', { passed: 2, failed: 0, skipped: [] }, 1, 1],
  ['a run of nothing', noCounts(), 0, 1],
])('%s counts its failures', (_what, counts, code, failed) => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-counts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(counts))
  expect(countReport(file, code, (read) => read).failed).toBe(failed)
})

test('a run without a report is a failure', () => {
  expect(countReport(join(tmpdir(), 'no-such-report.json'), 0, countPlaywright)).toEqual({ ...noCounts(), failed: 1 })
})
