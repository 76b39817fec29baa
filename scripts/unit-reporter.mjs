import { writeFileSync } from 'node:fs'

/** Writes what ran, failed and was skipped (with the reason given) to the file that UNIT_REPORT names. */
export default class UnitReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    const file = process.env['UNIT_REPORT']
    if (!file) return
    const counts = { passed: 0, failed: errors.length, skipped: /** @type {object[]} */ ([]) }
    for (const module of modules) {
      const tests = [...module.children.allTests()]
      for (const test of tests) {
        const result = test.result()
        if (result.state === 'passed') counts.passed++
        else if (result.state === 'skipped') counts.skipped.push({ name: test.fullName, reason: result.note ?? '' })
        else counts.failed++
      }
      // A file that fails before its first test has none to count; a failed hook leaves its tests as skipped.
      const isCounted = tests.some((test) => test.result().state === 'failed')
      if (!module.ok() && !isCounted) counts.failed++
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
