import { findReason, type NegotiationLine } from '@vpn-console/api-client'
import { agoWords, parseTime } from '../../../../ui/time-words.ts'
import { settingLabel } from '../../edit/change-words.ts'
import { explain } from '../../explain/explanation.ts'
import { atConnection, checkOf, countWords, type Check } from '../check.ts'
import { known, otherTunnel } from '../doctor-facts.ts'

const dayMs = 24 * 60 * 60_000
/** Keys are renewed in one go: the old pair goes within a moment of the new one's coming. */
const renewalMs = 5_000
/** A connection is changed a few times while it is being made. */
const makingMs = 120_000

/** Reasons by how often they came, with the last time of each; the latest first. */
export const countReasons = (lines: readonly NegotiationLine[]) => {
  const counts = new Map<string, { reason: string; count: number; last: number }>()
  for (const { reason, time } of lines) {
    if (reason === undefined) continue
    const name = findReason(reason)?.name ?? reason
    const seen = counts.get(name)
    counts.set(name, { reason: name, count: (seen?.count ?? 0) + 1, last: Math.max(seen?.last ?? 0, time) })
  }
  return [...counts.values()].toSorted((a, b) => b.last - a.last)
}

const isTrouble = ({ kind, reason }: NegotiationLine) => {
  if (kind === 'failed') return true
  return kind === 'deleted' && reason !== undefined && findReason(reason)?.weight !== 'normal'
}

/** What the log of the last day says about negotiations that failed and tunnels that went down. */
export const recentReasons: Check = (facts) => {
  const { connection, log, otherLog, now } = facts
  const { passed, failed, note, unknown } = checkOf('recent-reasons', 'Nothing failed in the last day')
  if ('why' in log) return unknown(log.why)
  const recent = log.value.lines.filter(({ time }) => time >= now - dayMs)
  const counted = countReasons(recent.filter(isTrouble))
  const other = otherTunnel(facts)
  const otherCounted = countReasons(
    (known(otherLog)?.lines ?? []).filter((line) => line.time >= now - dayMs && isTrouble(line)),
  )
  const words = (name: string) => (of: ReturnType<typeof countReasons>[number]) =>
    `${name}: ${of.reason}, ${of.count === 1 ? 'once' : `${of.count} times`}, last ${agoWords(of.last, now)}`
  const details = [...counted.map(words(connection.name)), ...(other ? otherCounted.map(words(other.name)) : [])]
  const [latest] = counted
  const newest = log.value.lines.find(({ kind }) => kind !== 'other')
  if (!latest) {
    if (details.length > 0)
      return note(`Nothing of ${connection.name}, but of the other tunnel of the pair.`, { details })
    if (recent.length === 0 && connection.status === 'DOWN') {
      return note(
        `The log has no line of the last day: nobody tried. The device starts the negotiation, or traffic does.`,
      )
    }
    return passed(`${countWords(recent.length, 'line')} of the last day, and none tells of a failure.`)
  }
  const isNow = newest !== undefined && isTrouble(newest)
  const shown =
    isNow && newest.reason !== undefined ? (findReason(newest.reason)?.name ?? newest.reason) : latest.reason
  const { plain, cause, fix, peer, fields } = explain(shown, connection)
  const [first, ...rest] = fields.map((field) => ({ field, at: atConnection(connection, field) }))
  const fixes = [
    { text: fix, ...(first && { at: first.at }) },
    ...rest.slice(0, 4).map(({ field, at }) => ({ text: `Compare with the device: ${settingLabel(field)}.`, at })),
    { text: `At the device: ${peer}` },
  ]
  if (isNow) return failed(`The last line of the log is a failure: ${shown}. ${plain} ${cause}`, { details, fixes })
  return note(
    `The tunnel is past it, but it failed in the last day: ${counted.map(({ reason }) => reason).join(', ')}.`,
    { details, fixes },
  )
}

/**
 * The last time the tunnel was established anew, with its key: a renewal of the IPsec keys, whose old pair goes at the
 * same moment, does not use it.
 */
export const lastEstablishedAnew = (lines: readonly NegotiationLine[]): number | undefined =>
  lines.find(
    ({ kind, time }) =>
      kind === 'established' &&
      !lines.some(
        (other) =>
          other.kind === 'deleted' &&
          /phase2 sa replace/i.test(other.reason ?? '') &&
          Math.abs(other.time - time) <= renewalMs,
      ),
  )?.time

/** Whether a pre-shared key that was changed is the one in use. */
export const keyInForce: Check = ({ connection, gateway, log, now }) => {
  if (known(gateway)?.flavor === 'GM') return undefined
  const { passed, failed, note, unknown } = checkOf('psk-in-force', 'The pre-shared key in use is the one that is set')
  const { name, created_at, updated_at, ikepolicy } = connection
  const fixes = [
    {
      text: 'Set the key on both ends again, and reset the connection in the same step.',
      at: atConnection(connection, 'psk'),
    },
  ]
  const ago = (time: number) => agoWords(time, now)
  if ('why' in log) return unknown(`When the tunnel was last established could not be seen: ${log.why}`)
  const [newest] = log.value.lines
  const isRefused = newest?.kind === 'failed' && findReason(newest.reason ?? '')?.name === 'authentication fail'
  const changed = parseTime(updated_at)
  const made = parseTime(created_at)
  if (isRefused) {
    return failed('The device refuses the identity of the gateway: the keys of both ends differ, or their ids do.', {
      fixes,
    })
  }
  if (ikepolicy?.ike_version === 'v1') return passed('IKEv1 takes a new key at the next negotiation, without a reset.')
  if (changed === undefined) return unknown(`The cloud does not tell when ${name} was last changed.`)
  if (made !== undefined && changed - made <= makingMs)
    return passed(`${name} has not been changed since it was created.`)
  const established = lastEstablishedAnew(log.value.lines)
  if (established === undefined) {
    const since = log.value.since
    return unknown(
      `${name} was changed ${ago(changed)}, and the log${since === undefined ? '' : `, which reaches back ${ago(since)},`} has no line that says when the tunnel was last established anew.`,
    )
  }
  if (established >= changed) {
    return passed(
      `The tunnel was established anew ${ago(established)}, after the last change ${ago(changed)}: whatever key was set then is in use.`,
    )
  }
  return note(
    `${name} was changed ${ago(changed)}, after the tunnel was last established anew (${ago(established)}). The cloud does not tell what was changed. If it was the key, IKEv2 goes on with the old one until the connection is reset.`,
    { fixes },
  )
}
