import { readFileSync } from 'node:fs'

/**
 * @typedef {{ name: string, reason: string }} Skipped
 * @typedef {{ passed: number, failed: number, skipped: Skipped[] }} Counts
 */

/** @returns {Counts} */
export const noCounts = () => ({ passed: 0, failed: 0, skipped: [] })

/** @param {Counts[]} list */
export const sum = (list) => {
  const total = noCounts()
  for (const { passed, failed, skipped } of list) {
    total.passed += passed
    total.failed += failed
    total.skipped.push(...skipped)
  }
  return total
}

/** @param {Counts} counts */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`

/** @returns {Counts} */
const countSuite = (suite, titles) => {
  const path = suite.title ? [...titles, suite.title] : titles
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => {
      const counts = noCounts()
      if (test.status === 'expected') counts.passed = 1
      else if (test.status !== 'skipped') counts.failed = 1
      else {
        const note = test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme')
        counts.skipped.push({ name: [...path, spec.title].join(' > '), reason: note?.description ?? '' })
      }
      return counts
    }),
  )
  return sum([...own, ...(suite.suites ?? []).map((inner) => countSuite(inner, path))])
}

/**
 * Counts of Playwright's JSON report. A test that passed only when it was repeated counts as failed.
 * @returns {Counts}
 */
export const countPlaywright = (report) => {
  const counts = sum((report.suites ?? []).map((suite) => countSuite(suite, [])))
  return { ...counts, failed: counts.failed + (report.errors?.length ?? 0) }
}

/**
 * Counts of a run that was to write a report: one failure where there is none, or where the program failed and its
 * report does not say so.
 * @param {string} file
 * @param {number} code
 * @param {(report: any) => Counts} count
 * @returns {Counts}
 */
export const countReport = (file, code, count) => {
  let counts = noCounts()
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return { ...counts, failed: 1 }
  }
  const ranNothing = counts.passed + counts.failed + counts.skipped.length === 0
  return (code !== 0 && counts.failed === 0) || ranNothing ? { ...counts, failed: 1 } : counts
}
