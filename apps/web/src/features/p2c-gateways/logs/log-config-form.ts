import * as z from 'zod'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import type { LogPlace } from './log-queries.ts'

export type LogConfigValues = { groupId: string; streamId: string }

export const logConfigValues = (place: LogPlace | null): LogConfigValues => ({
  groupId: place?.log_group_id ?? '',
  streamId: place?.log_stream_id ?? '',
})

export const toLogConfigBody = ({ groupId, streamId }: LogConfigValues) => ({
  log_config: { log_group_id: groupId.trim(), log_stream_id: streamId.trim() },
})

const id = /^[A-Za-z0-9-]{1,64}$/

const problemOf = (value: string, what: string): string | undefined => {
  if (value.trim() === '') return `Choose the log ${what}.`
  return id.test(value.trim()) ? undefined : `That is no id of a log ${what}: letters, digits and hyphens only.`
}

export const logConfigSchema = z.custom<LogConfigValues>().superRefine(({ groupId, streamId }, context) => {
  const found = [
    ['groupId', problemOf(groupId, 'group')],
    ['streamId', problemOf(streamId, 'stream')],
  ] as const
  for (const [field, message] of found) {
    if (message !== undefined) context.addIssue({ code: 'custom', path: [field], message })
  }
})

/** Where on the form a refusal belongs: the cloud finds fault with the stream, which its group only holds. */
export const logConfigErrors = (error: unknown) =>
  fieldErrors<LogConfigValues>(
    error,
    { 'log_config.log_group_id': 'groupId', 'log_config.log_stream_id': 'streamId' },
    { 'VPN.0001': 'streamId' },
  )
