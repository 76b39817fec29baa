import type { Cloud, Session } from '@vpn-console/api-client'
import { readPreference, writePreference } from '../ui/preference.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/** The cloud that was worked on last in this browser, or the first. */
export const lastCloudOf = ({ clouds }: Session): Cloud | undefined => {
  const last = readPreference('cloud', isText)
  return clouds.find(({ id }) => id === last) ?? clouds[0]
}

export const rememberCloud = (cloudId: string): void => writePreference('cloud', cloudId)
