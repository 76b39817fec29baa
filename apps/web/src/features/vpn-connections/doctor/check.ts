import type { DoctorCheck, DoctorFix, DoctorPlace, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import type { DoctorFacts } from './doctor-facts.ts'

/** One check: what it found, or undefined where there is nothing for it to look at, as BGP in a static tunnel. */
export type Check = (facts: DoctorFacts) => DoctorCheck | undefined

type More = { details?: readonly string[]; fixes?: readonly DoctorFix[] }

// What a stored report may hold.
const longestFinding = 2_000
const longestLine = 500
const mostDetails = 100
const mostFixes = 20

const clip = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const clipLines = (lines: readonly string[]) => {
  const shown = lines.length > mostDetails ? lines.slice(0, mostDetails - 1) : lines
  const rest = lines.length - shown.length
  return [...shown.map((line) => clip(line, longestLine)), ...(rest > 0 ? [`and ${rest} more`] : [])]
}

/** The four things a check of this id and title can find. */
export const checkOf = (id: string, title: string) => {
  const found =
    (outcome: DoctorCheck['outcome']) =>
    (finding: string, { details = [], fixes = [] }: More = {}): DoctorCheck => ({
      id,
      title,
      outcome,
      finding: clip(finding, longestFinding),
      ...(details.length > 0 && { details: clipLines(details) }),
      ...(fixes.length > 0 && {
        fixes: fixes.slice(0, mostFixes).map((fix) => ({ ...fix, text: clip(fix.text, longestLine) })),
      }),
    })
  return { passed: found('passed'), failed: found('failed'), note: found('note'), unknown: found('unknown') }
}

const place = (type: DoctorPlace['type'], { id, name }: { id: string; name: string }, field?: string): DoctorPlace => ({
  type,
  id,
  name,
  ...(field !== undefined && { field }),
})

export const atConnection = (connection: Pick<VpnConnection, 'id' | 'name'>, field?: string) =>
  place('vpn-connection', connection, field)
export const atGateway = (gateway: Pick<VpnGateway, 'id' | 'name'>) => place('vpn-gateway', gateway)
export const atCustomerGateway = (gateway: { id: string; name: string }) => place('customer-gateway', gateway)

/** `a`, `a and b`, `a, b and c`. */
export const wordList = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`

/** `1 tunnel`, `2 tunnels`. */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`
