import type { VpnGatewayCertificate } from '@vpn-console/api-client'
import type { StatusKind } from '../../../ui/status-words.ts'

type State = { words: string; kind: StatusKind; step?: string }

const states: Record<string, State> = {
  BOUND: { words: 'In use', kind: 'success' },
  BINDING: { words: 'Being bound', kind: 'in-progress', step: 'It takes some seconds until the gateway uses it.' },
  FAULT: {
    words: 'Faulty',
    kind: 'error',
    step: 'Replace it with valid certificates. If it stays faulty, open a ticket with its id.',
  },
}

/** The state of a gateway's certificate in words; one that was never seen is shown as it is. */
export const certificateState = ({ status }: Pick<VpnGatewayCertificate, 'status'>): State =>
  states[status] ?? { words: status, kind: 'info' }

const tunnels = (count: number) => (count === 1 ? 'The connection' : `Each of the ${count} connections`)

/** What it means to give a gateway other certificates. */
export const replaceConsequence = (name: string, connections: number): string =>
  connections === 0
    ? `No connection of ${name} uses them yet.`
    : `${tunnels(connections)} of ${name} uses the new ones from its next negotiation on. A device that does not trust their CA does not connect any more: bring the CA certificate to the devices first.`
