import { ApiError, type VpnUserGroup } from '@vpn-console/api-client'

export type Member = { id: string; name: string; group?: { id: string; name: string } | undefined }
type Group = Pick<VpnUserGroup, 'id' | 'name' | 'type'>

/** One call: some users out of a group, or into one. */
export type MoveStep = {
  kind: 'remove' | 'add'
  group: { id: string; name: string }
  users: readonly Member[]
  /** Follows a removal: the service may not have taken that in yet. */
  isSecond: boolean
}

/** No more in one call, so that progress shows and one bad user stops few others. */
const mostAtOnce = 100

const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / mostAtOnce) }, (_, index) =>
    items.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  )

const bySource = (users: readonly Member[]) => {
  const sources = new Map<string, Member[]>()
  for (const user of users) {
    const id = user.group?.id ?? ''
    sources.set(id, [...(sources.get(id) ?? []), user])
  }
  return [...sources.values()]
}

/**
 * The calls that bring users into a group. A user is in one group only, so that who is in another is taken out first;
 * the default group takes everybody who is in no other, and is left by being added elsewhere.
 */
export const planMoves = (users: readonly Member[], target: Group, groups: readonly Group[]): MoveStep[] => {
  const defaults = new Set(groups.filter(({ type }) => type === 'Default').map(({ id }) => id))
  const group = { id: target.id, name: target.name }
  return bySource(users.filter((user) => user.group?.id !== target.id)).flatMap((some) => {
    const source = some[0]?.group
    const isBound = source !== undefined && !defaults.has(source.id)
    return chunks(some).flatMap((part): MoveStep[] => {
      const add: MoveStep = { kind: 'add', group, users: part, isSecond: isBound }
      if (!isBound || !source) return [add]
      const remove: MoveStep = { kind: 'remove', group: source, users: part, isSecond: false }
      return target.type === 'Default' ? [remove] : [remove, add]
    })
  })
}

export type MoveState = { steps: readonly MoveStep[]; done: number; error?: unknown; isRunning: boolean }

/** The service takes a removal in a little later; until then it says that the user is in another group. */
const isNotTakenInYet = (error: unknown, { isSecond }: MoveStep) =>
  isSecond && error instanceof ApiError && error.code === 'VPN.1304'
const mostTries = 4

type RunOptions = {
  send: (step: MoveStep) => Promise<unknown>
  /** Before a step is tried again. */
  wait: () => Promise<void>
  onState: (state: MoveState) => void
}

const sendPatiently = async (step: MoveStep, { send, wait }: RunOptions) => {
  for (let left = mostTries; ; left--) {
    try {
      await send(step)
      return
    } catch (error) {
      if (left <= 1 || !isNotTakenInYet(error, step)) throw error
      await wait()
    }
  }
}

/** Does the steps in order from the first that is not done, and stops at one that fails: what is left can be resumed. */
export const runMoves = async (
  { steps, done: begun }: Pick<MoveState, 'steps' | 'done'>,
  options: RunOptions,
): Promise<MoveState> => {
  const tell = (state: MoveState) => {
    options.onState(state)
    return state
  }
  let done = begun
  tell({ steps, done, isRunning: true })
  for (const step of steps.slice(begun)) {
    try {
      await sendPatiently(step, options)
    } catch (error) {
      return tell({ steps, done, error, isRunning: false })
    }
    done += 1
    tell({ steps, done, isRunning: true })
  }
  return tell({ steps, done, isRunning: false })
}

export const usersWords = (number: number): string => (number === 1 ? '1 user' : `${number} users`)

export type MoveResult = {
  moved: readonly Member[]
  /** Out of their group but not in the new one. */
  between: readonly Member[]
  /** Where they were. */
  untouched: readonly Member[]
}

/** Where each user is after so many steps. */
export const resultOf = ({ steps, done }: Pick<MoveState, 'steps' | 'done'>): MoveResult => {
  const wanted = new Set(steps.flatMap(({ users }) => users))
  const finished = steps.slice(0, done)
  const open = steps.slice(done)
  const added = new Set(finished.filter(({ kind }) => kind === 'add').flatMap(({ users }) => users))
  const removed = new Set(finished.filter(({ kind }) => kind === 'remove').flatMap(({ users }) => users))
  const toAdd = new Set(open.filter(({ kind }) => kind === 'add').flatMap(({ users }) => users))
  const isMoved = (user: Member) => added.has(user) || (removed.has(user) && !toAdd.has(user))
  const users = [...wanted]
  return {
    moved: users.filter(isMoved),
    between: users.filter((user) => !isMoved(user) && removed.has(user)),
    untouched: users.filter((user) => !isMoved(user) && !removed.has(user)),
  }
}

/** What a step does, in words. */
export const stepWords = ({ kind, group, users }: MoveStep): string =>
  kind === 'remove'
    ? `Take ${usersWords(users.length)} out of ${group.name}`
    : `Add ${usersWords(users.length)} to ${group.name}`
