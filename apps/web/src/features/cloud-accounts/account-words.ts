import type { AccountCheck, CloudAccountView } from '@vpn-console/api-client'
import type { StatusKind } from '../../ui/status-words.ts'

const vendors: Record<CloudAccountView['vendor'], string> = {
  huawei: 'Huawei Cloud',
  otc: 'Open Telekom Cloud',
  emulator: 'Emulator',
}
export const vendorWords = (vendor: CloudAccountView['vendor']): string => vendors[vendor]

const credentialKinds: Record<CloudAccountView['credentials']['kind'], string> = {
  'access-key': 'Access key (AK/SK)',
  temporary: 'Temporary access key',
  password: 'User name and password',
}
export const credentialWords = (kind: CloudAccountView['credentials']['kind']): string => credentialKinds[kind]

export const sourceWords = (source: CloudAccountView['source']): string =>
  source === 'environment' ? 'Environment' : 'Console'

export type AccountStateWords = {
  words: string
  kind: StatusKind
  /** Why, and what to do. */
  more?: string
}

const refusals = new Set(['CONSOLE.WRONG_CLOUD_KEY', 'CONSOLE.WRONG_CLOUD_SIGN_IN'])

/** Whether the last test says that the cloud takes the keys no more. */
export const areKeysRefused = ({ last_check }: Pick<CloudAccountView, 'last_check'>): boolean =>
  last_check?.outcome === 'failed' && refusals.has(last_check.problem?.code ?? '')

/** How an account is, in words: whether it is in use, and whether its last test found something. */
export const accountState = (
  account: Pick<CloudAccountView, 'state' | 'last_check' | 'trouble'>,
): AccountStateWords => {
  const { state, last_check: check, trouble } = account
  if (state === 'locked') {
    return { words: 'Keys cannot be read', kind: 'error', ...(trouble !== undefined && { more: trouble }) }
  }
  if (state === 'hidden') {
    return {
      words: 'Hidden',
      kind: 'stopped',
      more: 'The environment has an account of the same id, which is used in its place.',
    }
  }
  if (state === 'disabled') return { words: 'Disabled', kind: 'stopped' }
  if (areKeysRefused(account)) return { words: 'Keys refused', kind: 'error', more: check?.problem?.message ?? '' }
  if (check?.outcome === 'failed') {
    return { words: 'Test failed', kind: 'error', more: check.problem?.message ?? '' }
  }
  if (check?.outcome === 'limited') return { words: 'In use, permissions missing', kind: 'warning' }
  return { words: 'In use', kind: 'success' }
}

/** Why an account cannot be changed here; undefined where it can. */
export const accountRefuses = ({ source }: Pick<CloudAccountView, 'source'>): string | undefined =>
  source === 'environment'
    ? 'It comes from the environment of the console: change it there and start again.'
    : undefined

/** What a test found, in one line. */
export const checkWords = ({ outcome }: Pick<AccountCheck, 'outcome'>): { words: string; kind: StatusKind } => {
  if (outcome === 'failed') return { words: 'It cannot be used as it is', kind: 'error' }
  if (outcome === 'limited') return { words: 'It can be used, but something is missing', kind: 'warning' }
  return { words: 'Everything that could be tried is there', kind: 'success' }
}

export const isoOf = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString()
