import { findReason } from '@vpn-console/api-client'
import { hash } from './random.ts'

/** What happened, before it is written in one of the ways a line is written. */
export type LogEvent = {
  at: number
  kind: 'established' | 'failed' | 'deleted'
  reason?: string | undefined
}

export type LogWriter = {
  /** Id of the connection: the same line is written the same way each time. */
  id: string
  host: string
  peer: { address: string; port: number }
  lifetimeSeconds: number
  spelling: 'documented' | 'mixed'
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0')

const list = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values)
    .map(([key, value]) => `${key}=[${value}]`)
    .join(', ')

const stampOf = (at: number, extra: number, digits: 5 | 6, zone: string) => {
  const more = pad(extra, 3).slice(0, digits - 3)
  return new Date(at).toISOString().replace('Z', `${more}${zone}`)
}

const documented = ({ kind, reason = '' }: LogEvent, { peer, lifetimeSeconds }: LogWriter) => {
  const ends = { IfIndex: 207, PolicyName: '', SeqNum: 0, PeerAddress: peer.address, PeerPort: peer.port }
  if (kind === 'failed') return `IPsec tunnel negotiation fails. (${list({ ...ends, Reason: reason })})`
  if (kind === 'deleted') return `IPsec tunnel is deleted. (${list({ ...ends, OfflineReason: reason })})`
  return `IPsec tunnel is established. (${list({ ...ends, Role: 'Initiator', LifeTime: lifetimeSeconds })})`
}

/** The same as devices of the family write it: other capitals, other keys, other words. */
const ofDevice = ({ kind, reason = '' }: LogEvent, { id, host, peer, lifetimeSeconds }: LogWriter) => {
  const place = { Ifindex: 207, SeqNum: 0 }
  const more = { VsysName: 'public', InterfaceName: 'Tunnel1', ConnID: hash(id) % 100_000 }
  const ends = { PeerAddress: peer.address, PeerPort: peer.port }
  if (kind === 'failed') {
    const ReasonCode = findReason(reason)?.code ?? 0
    return `IPSec tunnel negotiation fails. (${list({ ...place, Reason: reason, ReasonCode, ...ends, ...more })})`
  }
  if (kind === 'deleted') {
    return `An IPSec tunnel is teared down. (${list({ ...place, ...ends, OfflineReason: reason, ...more, State: 'down' })})`
  }
  const flow = { DstIP: peer.address, SrcIP: host, LifeTime: lifetimeSeconds, Role: 'Initiator' }
  return `IPSec tunnel is established. (${list({ ...place, ...flow, ...more })})`
}

/** `2024-12-24T07:08:32.730275+00:00 host-10-1-1-1 ipsec_ike[20001]: [10.1.1.1] IPsec tunnel negotiation fails. (...)`. */
export const logText = (event: LogEvent, writer: LogWriter): string => {
  const { id, host, spelling } = writer
  const at = Math.floor(event.at)
  const figure = hash(`${id} ${at} ${event.kind}`)
  const process = `host-${host.replaceAll(/[.:]/g, '-')} ipsec_ike[${20_000 + (hash(id) % 20_000)}]:`
  const plain = `${stampOf(at, figure % 1_000, 6, '+00:00')} ${process} [${host}] ${documented(event, writer)}`
  if (spelling === 'documented') return plain
  const ways = [
    plain,
    // As the reference's description has it: five digits, and the text on a line of its own.
    `${stampOf(at, figure % 1_000, 5, '+00:00')} ${process}\n[${host}] ${documented(event, writer)}`,
    `${stampOf(at, figure % 1_000, 6, '+00:00')} ${process} [${host}] ${ofDevice(event, writer)}`,
  ]
  return ways[figure % ways.length] ?? plain
}
