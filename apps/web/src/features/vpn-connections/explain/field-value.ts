import type { VpnConnection } from '@vpn-console/api-client'
import { wordsOf } from '../edit/change-words.ts'

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A setting of a connection as it is now, in words, by its dotted path. */
export const fieldValue = (connection: VpnConnection, path: string, nameOf: (cgwId: string) => string): string => {
  if (path === 'psk') return 'Not shown'
  let value: unknown = connection
  for (const key of path.split('.')) value = isGroup(value) ? value[key] : undefined
  return wordsOf(path, value, nameOf)
}
