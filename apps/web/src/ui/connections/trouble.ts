import { readLogLine, type Log } from '@vpn-console/api-client'

/** Why a tunnel is not connected, and since when, as far as its log tells. */
export type Trouble = {
  reason?: string | undefined
  since: number
  /** The log does not reach back to when it was connected. */
  isLate: boolean
}

/** The cloud writes `authentication fail`; people would not. */
const inWords = (reason: string): string => reason.replace(/\bfail$/i, 'failed')

/** Reads a log for what it says of a tunnel that is down; undefined where it says that it is up, or nothing. */
export const lastTrouble = (logs: readonly Log[]): Trouble | undefined => {
  const newestFirst = logs.map(readLogLine).toSorted((a, b) => b.time - a.time)
  const lastUp = newestFirst.findIndex(({ kind }) => kind === 'established')
  const down = (lastUp === -1 ? newestFirst : newestFirst.slice(0, lastUp)).filter(({ kind }) => kind !== 'other')
  const first = down.at(-1)
  if (!first) return undefined
  const reason = down.find((line) => line.reason)?.reason
  return { ...(reason && { reason: inWords(reason) }), since: first.time, isLate: lastUp === -1 }
}
