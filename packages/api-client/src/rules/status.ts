const settling = new Set(['PENDING_CREATE', 'PENDING_UPDATE', 'PENDING_DELETE', 'UPGRADING', 'ROLLING_BACK', 'BINDING'])

/** Whether a status will change by itself, so that it is worth looking again soon. */
export const isSettling = (status: string | undefined): boolean => status !== undefined && settling.has(status)

const doing: Record<string, string> = {
  PENDING_CREATE: 'is being created',
  PENDING_UPDATE: 'is being changed',
  PENDING_DELETE: 'is being deleted',
  UPGRADING: 'is being upgraded',
  ROLLING_BACK: 'is being rolled back',
  PENDING_UPGRADE_CONFIRM: 'waits for its upgrade to be committed or rolled back',
  FREEZED: 'is frozen',
  FROZEN: 'is frozen',
  FAULT: 'is faulty',
  ERROR: 'is faulty',
}

/** Why a resource in this status takes no change: `gw-paris is being created.` */
export const statusReason = (name: string, status: string): string =>
  `${name} ${doing[status] ?? `has the status ${status}`}.`
