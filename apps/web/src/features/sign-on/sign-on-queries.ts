import type { ConsoleOutput } from '@vpn-console/api-client'
import { ownQuery } from '../../api/console-call.ts'

export const signOnQuery = () => ownQuery('showSignOn', {})
export const signOnGroups = () => ownQuery('listSignOnGroups', {})

export type ShownSignOn = ConsoleOutput<'showSignOn'>
export type SignOnGroup = ConsoleOutput<'listSignOnGroups'>['groups'][number]
