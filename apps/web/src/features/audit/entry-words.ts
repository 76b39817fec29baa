import type { AuditEntry, AuditOutcome } from '@vpn-console/api-client'
import { consoleOperations, operations } from 'virtual:operations'
import { paths } from '../../paths.ts'
import { operationWords } from '../../ui/operation-words.ts'
import type { StatusKind } from '../../ui/status-words.ts'

type OutcomeWords = { words: string; kind: StatusKind; meaning: string }

export const outcomes: Readonly<Record<AuditOutcome, OutcomeWords>> = {
  pending: { words: 'At work', kind: 'in-progress', meaning: 'It has begun and is not over yet.' },
  done: { words: 'Done', kind: 'success', meaning: 'It was done.' },
  denied: { words: 'Denied', kind: 'stopped', meaning: 'It was refused, and nothing was done.' },
  invalid: { words: 'Invalid', kind: 'warning', meaning: 'What was sent was not valid, and nothing was done.' },
  failed: { words: 'Failed', kind: 'error', meaning: 'It was tried and failed.' },
  unknown: {
    words: 'Not known',
    kind: 'warning',
    meaning: 'It was sent and its answer was lost, or the console stopped meanwhile: it may have been done.',
  },
}

/** What is shown where nobody was signed in, or nobody at all. */
export const personWords = ({ person_id, person_name }: Pick<AuditEntry, 'person_id' | 'person_name'>): string => {
  if (person_id !== undefined) return person_name
  if (person_name === '(console)') return 'The console itself'
  return person_name === '' || person_name === '-' ? 'Nobody signed in' : person_name
}

/** The operations that can be in the audit, by their words. */
export const operationChoices = (): { value: string; label: string }[] => {
  const own = Object.keys(consoleOperations)
  const all = [...Object.keys(operations), ...own, 'pruneAudit'].map((value) => ({
    value,
    label: operationWords(value),
  }))
  return all.toSorted((a, b) => a.label.localeCompare(b.label))
}

const made: Readonly<Record<string, string>> = {
  createVgw: 'vgw_id',
  createCgw: 'customer_gateway_id',
  createVpnConnection: 'vpn_connection_id',
  batchCreateVpnConnection: 'vpn_connection_id',
  createP2cVgw: 'p2c_vgw_id',
  createVpnServer: 'vpn_server_id',
  invitePerson: 'personId',
  createRole: 'roleId',
  createCloudAccount: 'accountId',
}

/** What the id of an entry is the id of: the last placeholder of the operation's path, or what it made. */
const kindOf = (operation: string): string | undefined => {
  const cloud: Readonly<Record<string, { path: string }>> = operations
  const own: Readonly<Record<string, { path: string }>> = consoleOperations
  const path = (Object.hasOwn(cloud, operation) ? cloud[operation] : own[operation])?.path ?? ''
  return made[operation] ?? /\{(\w+)\}[^{]*$/.exec(path)?.[1]
}

const pages: Readonly<Record<string, (cloudId: string, id: string) => string>> = {
  vgw_id: (cloudId, gatewayId) => paths.vpnGateway({ cloudId, gatewayId }),
  customer_gateway_id: (cloudId, customerGatewayId) => paths.customerGateway({ cloudId, customerGatewayId }),
  vpn_connection_id: (cloudId, connectionId) => paths.vpnConnection({ cloudId, connectionId }),
  p2c_vgw_id: (cloudId, p2cGatewayId) => paths.p2cGateway({ cloudId, p2cGatewayId }),
  vpn_server_id: (cloudId, serverId) => paths.vpnServer({ cloudId, serverId }),
  personId: (_, id) => paths.person(id),
  roleId: (_, id) => paths.role(id),
  accountId: (_, id) => paths.cloudAccount(id),
}
const ofTheConsole = new Set(['personId', 'roleId', 'accountId'])

/** The things an entry is about: their ids, and their pages where they can still be there. */
export const thingsOf = (entry: Pick<AuditEntry, 'operation' | 'resource_id' | 'cloud_id' | 'outcome'>) => {
  const { operation, resource_id, cloud_id, outcome } = entry
  const kind = kindOf(operation) ?? ''
  const isGone = operation.startsWith('delete') && outcome === 'done'
  const page = !isGone && Object.hasOwn(pages, kind) ? pages[kind] : undefined
  const hasPage = page !== undefined && (cloud_id !== undefined || ofTheConsole.has(kind))
  return (resource_id ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => ({ id, to: hasPage ? page(cloud_id ?? '', id) : undefined }))
}
