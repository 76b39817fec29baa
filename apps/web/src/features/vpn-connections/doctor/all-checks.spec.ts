import { doctorReport, type DoctorCheck } from '@vpn-console/api-client'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allChecks, examine } from './all-checks.ts'
import type { DoctorFacts } from './doctor-facts.ts'
import { countsText, grouped, reportMarkdown } from './report-words.ts'
import { connection, factsWith, now } from './testing.ts'

const outcomesOf = (checks: readonly DoctorCheck[], outcome: string) =>
  checks.filter((check) => check.outcome === outcome).map(({ id }) => id)

/** The names of what is asked for: all facts but the moment and the connection itself. */
const asked = Object.keys(factsWith()).filter((name) => name !== 'now' && name !== 'connection')

describe('an examination', () => {
  test('of a tunnel with which nothing is wrong finds nothing', () => {
    const { checks } = examine(factsWith())
    expect(outcomesOf(checks, 'failed')).toEqual([])
    expect(outcomesOf(checks, 'note')).toEqual([])
    expect(outcomesOf(checks, 'unknown')).toEqual(['cloud-filters', 'device-firewall', 'mss'])
  })

  test('goes on whatever could not be read, and says why', () => {
    fc.assert(
      fc.property(fc.subarray(asked), (missing) => {
        const why = 'It could not be read: a permission is missing.'
        const facts: DoctorFacts = { ...factsWith(), ...Object.fromEntries(missing.map((name) => [name, { why }])) }
        const report = examine(facts)
        expect(doctorReport.safeParse(report).error).toBeUndefined()
        expect(new Set(report.checks.map(({ id }) => id)).size).toBe(report.checks.length)
        const unknown = report.checks.filter(({ finding }) => finding.includes(why))
        for (const check of unknown) expect(check.outcome).toBe('unknown')
      }),
    )
  })

  test('where nothing could be read knows next to nothing, and claims no more', () => {
    const facts: DoctorFacts = { ...factsWith(), ...Object.fromEntries(asked.map((name) => [name, { why: 'No.' }])) }
    const { checks } = examine(facts)
    expect(outcomesOf(checks, 'failed')).toEqual([])
    expect(outcomesOf(checks, 'passed')).toEqual(['security-mix', 'nqa', 'dpd'])
  })

  test('of hundreds of subnets still fits where it is kept', () => {
    const many = Array.from({ length: 250 }, (_, at) => `192.168.0.${at}/32`)
    const report = examine(
      factsWith({
        connection: { ...connection, style: 'POLICY', policy_rules: [{ source: '192.168.0.0/24', destination: many }] },
      }),
    )
    expect(doctorReport.safeParse(report).error).toBeUndefined()
  })

  test('never shows a key, even where an answer held one', () => {
    const leaky = { ...connection, psk: 'Secret-Key-42', ikepolicy: { ...connection.ikepolicy, psk: 'Secret-Key-42' } }
    expect(JSON.stringify(examine(factsWith({ connection: leaky })))).not.toContain('Secret-Key-42')
  })
})

test('no check is there twice', () => {
  expect(new Set(allChecks).size).toBe(allChecks.length)
})

describe('a report in words', () => {
  const report = examine(factsWith({ connection: { ...connection, status: 'DOWN' } }))

  test('has what failed first', () => {
    expect(grouped(report)[0]?.title).toBe('Failed')
    expect(countsText(report)).toMatch(/^\d+ failed · .*\d+ passed$/)
  })

  test('is Markdown with every finding and what to do', () => {
    const text = reportMarkdown(report)
    expect(text).toContain('# Connection doctor: paris-lyon-1')
    expect(text).toContain('gw-paris to cgw-lyon')
    for (const { title, finding } of report.checks) expect(text).toContain(`- **${title}**: ${finding}`)
    for (const fix of report.checks.flatMap(({ fixes = [] }) => fixes)) expect(text).toContain(`To do: ${fix.text}`)
    expect(report.made_at).toBe(now)
  })
})
