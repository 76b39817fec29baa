import { ApiError, isSettling } from '@vpn-console/api-client'
import { createStore, useStore } from './store.ts'

export type TaskKind = 'create' | 'update' | 'delete' | 'upgrade' | 'rollback'
/** A certificate is known by its gateway: a gateway has one. */
export type TaskResource =
  | 'vpn-gateway'
  | 'vpn-gateway-certificate'
  | 'customer-gateway'
  | 'vpn-connection'
  | 'p2c-gateway'
  | 'vpn-server'

/** How a task ended: as wished, not as wished, or so that we cannot tell. */
export type TaskOutcome = 'done' | 'failed' | 'unknown'

/** Something that was sent to the cloud and takes its time. Never a body, and so never a secret. */
export type Task = {
  id: string
  cloudId: string
  kind: TaskKind
  resource: TaskResource
  resourceId: string
  name: string
  /** Milliseconds since 1970. */
  startedAt: number
  /** The last status seen, in the API's own word. */
  status?: string | undefined
  endedAt?: number | undefined
  outcome?: TaskOutcome | undefined
  /** What to say about the end, beyond the outcome. */
  note?: string | undefined
}

const storageKey = 'vpn-console.tasks'
/** Ended tasks beyond this are forgotten, the oldest first. */
const mostKept = 20
/** Nothing takes this long; whoever waits longer should look for himself. */
const giveUpMs = 45 * 60_000

const isTask = (value: unknown): value is Task =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'cloudId', 'kind', 'resource', 'resourceId', 'name'].every(
    (key) => key in value && typeof (value as Record<string, unknown>)[key] === 'string', // `in` has just checked it
  )

const restore = (): readonly Task[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isTask) : []
  } catch {
    return []
  }
}

export const tasks = createStore<readonly Task[]>(restore())

const keep = (next: readonly Task[]) => {
  tasks.set(next)
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Without storage the tasks live as long as the page.
  }
}

export const isRunning = (task: Task) => task.endedAt === undefined

/** Follows something that was just sent, on whatever page the person is, until the cloud has settled it. */
export const followTask = (
  given: Pick<Task, 'cloudId' | 'kind' | 'resource' | 'resourceId' | 'name'>,
  now: number = Date.now(),
): Task => {
  const task: Task = { ...given, id: `${given.kind}-${given.resourceId}-${now}`, startedAt: now }
  // A newer change of the same thing replaces an older one: only the last one's end can be told.
  const others = tasks.get().filter((other) => !(isRunning(other) && other.resourceId === given.resourceId))
  const ended = others.filter((other) => !isRunning(other)).slice(0, mostKept)
  keep([task, ...others.filter(isRunning), ...ended])
  return task
}

export const followCreate = (given: Pick<Task, 'cloudId' | 'resource' | 'resourceId' | 'name'>) =>
  followTask({ ...given, kind: 'create' })

export const changeTask = (id: string, change: Partial<Task>): void =>
  keep(tasks.get().map((task) => (task.id === id ? { ...task, ...change } : task)))

export const forgetEndedTasks = (): void => keep(tasks.get().filter(isRunning))

export const useTasks = () => useStore(tasks)

/** What one look at the cloud saw: a status, nothing there, or no answer. */
export type Sight = { status: string } | { error: unknown }

const bad = new Set(['FAULT', 'ERROR'])

const isMissing = ({ error }: { error: unknown }) => error instanceof ApiError && error.status === 404

/** What a look at the cloud means for a task: a change of it, or undefined while it goes on as before. */
export const taskChange = (task: Task, sight: Sight, now: number): Partial<Task> | undefined => {
  const end = (outcome: TaskOutcome, note?: string) => ({ outcome, note, endedAt: now })
  if (now - task.startedAt > giveUpMs) return end('unknown', 'It takes longer than expected. Look at its page.')
  if ('error' in sight) {
    if (!isMissing(sight)) return undefined
    return task.kind === 'delete' ? end('done') : end('failed', 'It is not there any more.')
  }
  const { status } = sight
  const seen = status === task.status ? undefined : { status }
  if (isSettling(status)) return seen
  if (task.kind === 'delete') {
    // Deleting may be accepted before the status says so; only a status that was PENDING_DELETE and is no more has failed.
    return task.status === 'PENDING_DELETE' ? { ...seen, ...end('failed', 'It was not deleted.') } : seen
  }
  if (bad.has(status)) return { ...seen, ...end('failed', 'It is faulty.') }
  if (status === 'DOWN' && task.kind === 'create') {
    return { ...seen, ...end('done', 'It is built. It connects when the other end is configured.') }
  }
  if (status === 'PENDING_UPGRADE_CONFIRM') return { ...seen, ...end('done', 'Commit the upgrade, or roll it back.') }
  return { ...seen, ...end('done') }
}
