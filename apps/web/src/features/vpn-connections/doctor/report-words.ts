import type { DoctorCheck, DoctorFix, DoctorReport } from '@vpn-console/api-client'
import { exactWords } from '../../../ui/time-words.ts'
import { settingLabel } from '../edit/change-words.ts'

export type Outcome = DoctorCheck['outcome']

/** What needs somebody comes first. */
export const outcomes: readonly { outcome: Outcome; title: string; words: string }[] = [
  { outcome: 'failed', title: 'Failed', words: 'failed' },
  { outcome: 'note', title: 'Worth a look', words: 'worth a look' },
  { outcome: 'unknown', title: 'Could not check', words: 'could not be checked' },
  { outcome: 'passed', title: 'Passed', words: 'passed' },
]

/** The checks by what they found, groups without any left out. */
export const grouped = ({ checks }: Pick<DoctorReport, 'checks'>) =>
  outcomes
    .map((group) => ({ ...group, checks: checks.filter(({ outcome }) => outcome === group.outcome) }))
    .filter(({ checks: found }) => found.length > 0)

/** `2 failed · 1 worth a look · 18 passed`. */
export const countsText = (report: Pick<DoctorReport, 'checks'>): string =>
  grouped(report)
    .map(({ checks, words }) => `${checks.length} ${words}`)
    .join(' · ')

/** What a link to the place of a fix says: `DH group of vpn-paris-lyon-1`. */
export const placeWords = ({ name, field }: NonNullable<DoctorFix['at']>): string =>
  field === undefined ? name : `${settingLabel(field)} of ${name}`

const fixLine = ({ text, at }: DoctorFix) => `  - To do: ${text}${at ? ` (${placeWords(at)})` : ''}`

const checkLines = ({ title, finding, details = [], fixes = [] }: DoctorCheck) => [
  `- **${title}**: ${finding}`,
  ...details.map((line) => `  - ${line}`),
  ...fixes.map(fixLine),
]

/** The whole report as Markdown, for a ticket or a chat. */
export const reportMarkdown = (report: DoctorReport): string =>
  [
    `# Connection doctor: ${report.connection_name}`,
    '',
    `${report.gateway_name} to ${report.customer_gateway_name}, examined ${exactWords(report.made_at)}.`,
    '',
    `${countsText(report)}.`,
    ...grouped(report).flatMap(({ title, checks }) => [
      '',
      `## ${title} (${checks.length})`,
      '',
      ...checks.flatMap(checkLines),
    ]),
    '',
  ].join('\n')
