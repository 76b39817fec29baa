import type { UserRow } from './rows.ts'

/**
 * Users in one call. The call creates all of them or none, so that this many are in doubt when an answer is lost and
 * have to be sent again when one is refused; the service works on one call at a time and has to answer within the
 * deadline of a request. Fifty make ten steps of the largest import.
 */
export const batchSize = 50

export type Outcome =
  | { kind: 'created' }
  | { kind: 'refused'; cause: string }
  /** In the list after only a part of its batch was found there: by whom is not known, nor with which password. */
  | { kind: 'unclear' }

export type Batch = {
  rows: readonly UserRow[]
  /** The same whenever these same rows are sent. */
  token: string
  /** An answer was lost: whether it was done is to be read from the list before it is sent again. */
  isDoubtful: boolean
  losses: number
  /** Whom the service refused in answer to a batch whose earlier answer was lost. */
  invalid?: ReadonlyMap<string, string>
}

export type Stop = { why: 'asked' } | { why: 'lost' | 'failed'; error: unknown }

export type Sending = {
  phase: 'sending' | 'looking' | 'stopped' | 'done'
  waiting: readonly UserRow[]
  batch?: Batch | undefined
  outcomes: ReadonlyMap<string, Outcome>
  stop?: Stop | undefined
  isStopAsked: boolean
}

export type SendingEvent =
  | { type: 'answered'; invalid: ReadonlyMap<string, string> }
  | { type: 'lost'; error: unknown }
  | { type: 'failed'; error: unknown }
  | { type: 'listed'; names: ReadonlySet<string> }
  | { type: 'list-failed'; error: unknown }
  | { type: 'stop' }
  | { type: 'resume' }

type NewToken = () => string

const mostLosses = 3

const withOutcomes = (state: Sending, rows: readonly UserRow[], outcomeOf: (row: UserRow) => Outcome) => {
  const outcomes = new Map(state.outcomes)
  for (const row of rows) outcomes.set(row.id, outcomeOf(row))
  return outcomes
}

/** Takes the next batch, or ends: because nothing is left, or because somebody asked for it. */
const goOn = (state: Sending, newToken: NewToken): Sending => {
  if (state.batch === undefined && state.waiting.length === 0) return { ...state, phase: 'done', isStopAsked: false }
  if (state.isStopAsked) return { ...state, phase: 'stopped', stop: { why: 'asked' }, isStopAsked: false }
  if (state.batch) return { ...state, phase: 'sending' }
  const rows = state.waiting.slice(0, batchSize)
  const batch = { rows, token: newToken(), isDoubtful: false, losses: 0 }
  return { ...state, phase: 'sending', waiting: state.waiting.slice(batchSize), batch }
}

export const beginSending = (rows: readonly UserRow[], newToken: NewToken): Sending =>
  goOn({ phase: 'done', waiting: rows, outcomes: new Map(), isStopAsked: false }, newToken)

/** The batch is settled: some rows have their outcome, the others are sent as a batch of their own. */
const settle = (
  state: Sending,
  left: readonly UserRow[],
  outcomes: Sending['outcomes'],
  newToken: NewToken,
): Sending => {
  const batch = left.length === 0 ? undefined : { rows: left, token: newToken(), isDoubtful: false, losses: 0 }
  return goOn({ ...state, batch, outcomes }, newToken)
}

const stranger = (names: Iterable<string>) =>
  new Error(`The service refused users that were not sent: ${[...names].slice(0, 3).join(', ')}.`)

const refuse = (state: Sending, batch: Batch, invalid: ReadonlyMap<string, string>, newToken: NewToken): Sending => {
  const refused = batch.rows.filter(({ name }) => invalid.has(name))
  // Without this the same batch would be sent for ever.
  if (refused.length === 0) {
    return { ...state, phase: 'stopped', stop: { why: 'failed', error: stranger(invalid.keys()) }, isStopAsked: false }
  }
  const outcomes = withOutcomes(state, refused, ({ name }) => ({ kind: 'refused', cause: invalid.get(name) ?? '' }))
  return settle(
    state,
    batch.rows.filter(({ name }) => !invalid.has(name)),
    outcomes,
    newToken,
  )
}

const answered = (state: Sending, batch: Batch, invalid: ReadonlyMap<string, string>, newToken: NewToken): Sending => {
  if (invalid.size === 0) {
    return settle(
      state,
      [],
      withOutcomes(state, batch.rows, () => ({ kind: 'created' })),
      newToken,
    )
  }
  // Refused as doubles, perhaps, because the lost one was carried out after the list was read.
  if (batch.isDoubtful) return { ...state, phase: 'looking', batch: { ...batch, invalid } }
  return refuse(state, batch, invalid, newToken)
}

/** All or nothing: all there means done. None there means not done, and it is sent again under the same token. */
const listed = (state: Sending, batch: Batch, names: ReadonlySet<string>, newToken: NewToken): Sending => {
  const there = batch.rows.filter(({ name }) => names.has(name))
  if (there.length === batch.rows.length) {
    return settle(
      state,
      [],
      withOutcomes(state, there, () => ({ kind: 'created' })),
      newToken,
    )
  }
  if (there.length > 0) {
    const absent = batch.rows.filter(({ name }) => !names.has(name))
    return settle(
      state,
      absent,
      withOutcomes(state, there, () => ({ kind: 'unclear' })),
      newToken,
    )
  }
  if (batch.invalid) return refuse(state, batch, batch.invalid, newToken)
  return goOn({ ...state, batch }, newToken)
}

const lost = (state: Sending, batch: Batch, error: unknown): Sending => {
  const doubtful = { ...batch, isDoubtful: true, losses: batch.losses + 1 }
  if (doubtful.losses < mostLosses) return { ...state, phase: 'looking', batch: doubtful }
  return { ...state, phase: 'stopped', stop: { why: 'lost', error }, batch: doubtful, isStopAsked: false }
}

const ofBatch = (state: Sending, batch: Batch, event: SendingEvent, newToken: NewToken): Sending => {
  if (event.type === 'listed' && state.phase === 'looking') return listed(state, batch, event.names, newToken)
  if (event.type === 'list-failed' && state.phase === 'looking') {
    return { ...state, phase: 'stopped', stop: { why: 'lost', error: event.error }, isStopAsked: false }
  }
  if (state.phase !== 'sending') return state
  if (event.type === 'answered') return answered(state, batch, event.invalid, newToken)
  if (event.type === 'lost') return lost(state, batch, event.error)
  if (event.type === 'failed') {
    return { ...state, phase: 'stopped', stop: { why: 'failed', error: event.error }, isStopAsked: false }
  }
  return state
}

/** What becomes of an import when something happens. */
export const step = (state: Sending, event: SendingEvent, newToken: NewToken): Sending => {
  if (event.type === 'stop') {
    return state.phase === 'sending' || state.phase === 'looking' ? { ...state, isStopAsked: true } : state
  }
  if (event.type !== 'resume') return state.batch ? ofBatch(state, state.batch, event, newToken) : state
  if (state.phase !== 'stopped') return state
  const { batch } = state
  const begun = { ...state, stop: undefined, batch: batch && { ...batch, losses: 0 } }
  return batch?.isDoubtful ? { ...begun, phase: 'looking' } : goOn(begun, newToken)
}
