import { expectedPairs } from '../../subnet-pairs/expected-pairs.ts'
import { countStates, pairRows, type PairRow, type PairState } from '../../subnet-pairs/pair-rows.ts'
import { atConnection, checkOf, countWords, type Check } from '../check.ts'
import { known } from '../doctor-facts.ts'

const pairWords = ({ source, destination }: PairRow) => `${source} → ${destination}`

/** Whether the ends agreed on every pair of subnets, and packets come back. */
export const subnetPairs: Check = ({ connection, gateway, pairs }) => {
  const { passed, failed, note, unknown } = checkOf('subnet-pairs', 'Every subnet pair is up, and packets come back')
  if ('why' in pairs) return unknown(pairs.why)
  if (connection.status !== 'ACTIVE') return unknown('The tunnel is not connected, so no pair of subnets can be up.')
  const rows = pairRows(expectedPairs(connection, known(gateway)), pairs.value, new Map())
  const of = (state: PairState) => rows.filter((row) => row.state === state)
  const [missing, unanswered, unexpected] = [of('missing'), of('unanswered'), of('unexpected')]
  const details = [
    ...missing.map((row) => `${pairWords(row)}: not there`),
    ...unanswered.map(
      (row) => `${pairWords(row)}: ${countWords(row.counters?.packetsSent ?? 0, 'packet')} sent, nothing came back`,
    ),
    ...unexpected.map((row) => `${pairWords(row)}: there, although nobody asked for it`),
  ]
  const field = connection.style === 'POLICY' ? 'policy_rules' : 'peer_subnets'
  if (missing.length > 0) {
    return failed(
      `${countWords(missing.length, 'subnet pair')} of ${rows.length} ${missing.length === 1 ? 'is' : 'are'} missing: the device did not agree to ${missing.length === 1 ? 'it' : 'them'}.`,
      {
        details,
        fixes: [
          {
            text: 'Make the selectors of the device the exact mirror image of these.',
            at: atConnection(connection, field),
          },
        ],
      },
    )
  }
  if (unanswered.length > 0) {
    return failed(
      `Packets are sent but nothing comes back on ${countWords(unanswered.length, 'subnet pair')}: the far side drops them, or has no way back.`,
      {
        details,
        fixes: [{ text: 'Behind the device: a route back to the local subnets, and a firewall that lets them in.' }],
      },
    )
  }
  if (unexpected.length > 0)
    return note(`${countWords(unexpected.length, 'subnet pair')} more than expected.`, { details })
  const counts = countStates(rows)
  if (counts.working === 0)
    return note(`${countWords(rows.length, 'subnet pair')} up, but nobody has sent anything yet.`)
  const up = `${countWords(rows.length, 'subnet pair')} up`
  const both =
    counts.working === rows.length ? 'packets go and come' : `packets go and come on ${counts.working} of them`
  return passed(`${up}; ${both}.`)
}
