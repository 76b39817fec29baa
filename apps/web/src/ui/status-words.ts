export type StatusKind = 'success' | 'error' | 'warning' | 'stopped' | 'in-progress' | 'pending' | 'info'

export type StatusWords = {
  words: string
  kind: StatusKind
  /** Whether its time is told as a duration: how long it takes, or how long it is so already. */
  hasAge: boolean
}

export type StatusOf = 'gateway' | 'connection'

const settling: Record<string, string> = {
  PENDING_CREATE: 'Creating',
  PENDING_UPDATE: 'Updating',
  PENDING_DELETE: 'Deleting',
  UPGRADING: 'Upgrading',
  ROLLING_BACK: 'Rolling back',
}

const settled: Record<string, StatusWords> = {
  DOWN: { words: 'Not connected', kind: 'error', hasAge: true },
  ERROR: { words: 'Faulty', kind: 'error', hasAge: true },
  FAULT: { words: 'Faulty', kind: 'error', hasAge: true },
  FREEZED: { words: 'Frozen', kind: 'stopped', hasAge: false },
  FROZEN: { words: 'Frozen', kind: 'stopped', hasAge: false },
  PENDING_UPGRADE_CONFIRM: { words: 'Upgraded: commit or roll back', kind: 'warning', hasAge: true },
}

/** A status in words. One that was never seen is shown as it is: better an unknown word than a wrong one. */
export const statusWords = (of: StatusOf, status: string): StatusWords => {
  if (status === 'ACTIVE') {
    return { words: of === 'connection' ? 'Connected' : 'Running', kind: 'success', hasAge: false }
  }
  const doing = settling[status]
  if (doing !== undefined) return { words: doing, kind: 'in-progress', hasAge: true }
  return settled[status] ?? { words: status, kind: 'info', hasAge: false }
}
