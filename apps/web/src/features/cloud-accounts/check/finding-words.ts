import type { AccountCheck, CheckOutcome } from '@vpn-console/api-client'
import type { StatusKind } from '../../../ui/status-words.ts'

export type Finding = AccountCheck['features'][number]

const outcomes: Record<CheckOutcome, { words: string; kind: StatusKind }> = {
  there: { words: 'There', kind: 'success' },
  partly: { words: 'Partly there', kind: 'warning' },
  missing: { words: 'Missing', kind: 'error' },
  'not-offered': { words: 'Not offered here', kind: 'stopped' },
  'not-tried': { words: 'Not tried', kind: 'info' },
  unknown: { words: 'Could not be found out', kind: 'warning' },
}

export const outcomeWords = (outcome: CheckOutcome) => outcomes[outcome]

const callOutcomes: Record<AccountCheck['calls'][number]['outcome'], string> = {
  there: 'Answered',
  missing: 'Refused',
  'not-offered': 'Not offered here',
  unknown: 'No clear answer',
}

export const callWords = (outcome: AccountCheck['calls'][number]['outcome']): string => callOutcomes[outcome]
