import {
  cloudFeatures,
  operation,
  type AccountCheck,
  type CheckOutcome,
  type CloudFeature,
  type CloudFeatureId,
  type OperationName,
} from '@vpn-console/api-client'
import type { Probe } from './account-probe.ts'

type Finding = AccountCheck['features'][number]

const actionsOf = (names: readonly OperationName[]) => [
  ...new Set(names.flatMap((name) => operation(name).action ?? [])),
]

const outcomeOf = (probes: readonly Probe[]): CheckOutcome => {
  const outcomes = new Set(probes.map(({ outcome }) => outcome))
  if (outcomes.size === 0) return 'not-tried'
  if (outcomes.has('missing')) return outcomes.has('there') ? 'partly' : 'missing'
  // A single call that a region does not know does not take a feature away.
  if (outcomes.has('there')) return 'there'
  return outcomes.has('not-offered') ? 'not-offered' : 'unknown'
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })
const count = (number: number) => (number === 1 ? 'one action' : `${number} actions`)

const sentence = (outcome: CheckOutcome, missing: readonly string[], untried: readonly string[], codes: string[]) => {
  const rest = untried.length > 0 ? ` Of the rest, ${count(untried.length)}, nothing is known before it is used.` : ''
  if (outcome === 'there')
    return untried.length > 0 ? `What could be tried is allowed.${rest}` : 'All of it is allowed.'
  if (outcome === 'partly') return `Only some of it is allowed. ${list.format(missing)} must be granted.${rest}`
  if (outcome === 'missing') {
    return missing.length > 0
      ? `It is not allowed. ${list.format(missing)} must be granted.${rest}`
      : 'It is not allowed. For its calls no action is documented: the answer of the cloud names it.'
  }
  if (outcome === 'not-offered') return 'The region does not have it.'
  if (outcome === 'not-tried') return 'It could not be tried: it changes things, or there is nothing yet to try it on.'
  return `It could not be found out${codes.length > 0 ? `: the cloud answered ${list.format(codes)}` : ''}. Try again later.`
}

/** What the calls tried say about a feature. A read's dependencies are the cloud's to check, and come out with it. */
const findingOf = ({ id, operations }: CloudFeature, probes: ReadonlyMap<OperationName, Probe>): Finding => {
  const tried = operations.flatMap((name) => probes.get(name) ?? [])
  const outcome = outcomeOf(tried)
  const refused = tried.filter((found) => found.outcome === 'missing').map(({ operation: name }) => name)
  const known = actionsOf(tried.map(({ operation: name }) => name))
  const missing = actionsOf(refused)
  const untried = actionsOf(operations).filter((action) => !known.includes(action))
  const codes = tried.flatMap(({ outcome: one, code }) => (one === 'unknown' && code ? [code] : []))
  return { id, outcome, finding: sentence(outcome, missing, untried, [...new Set(codes)]), missing, untried }
}

/** Whether there is Point-to-Cloud, from the call that lists its gateways: who is refused is refused something. */
export const p2cOf = (probes: readonly Probe[]): boolean | undefined => {
  const found = probes.find(({ operation: name }) => name === 'listP2cVgws')?.outcome
  return found === undefined || found === 'unknown' ? undefined : found !== 'not-offered'
}

const notOffered = ({ id }: CloudFeature): Finding => ({
  id,
  outcome: 'not-offered',
  finding: sentence('not-offered', [], [], []),
  missing: [],
  untried: [],
})

/** What the calls tried say about each of the features. */
export const findingsOf = (features: readonly CloudFeatureId[], probes: readonly Probe[]): Finding[] => {
  const byName = new Map(probes.map((found) => [found.operation, found]))
  const withoutP2c = p2cOf(probes) === false
  return cloudFeatures
    .filter(({ id }) => features.includes(id))
    .map((feature) => (withoutP2c && feature.id.startsWith('p2c-') ? notOffered(feature) : findingOf(feature, byName)))
}
