import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * What replicas tell each other: what was changed at a cloud (its id), that cloud accounts were changed, whose turn may
 * have come (the key of a queue), and that one of them has gone.
 */
export type Topic = 'cloud' | 'accounts' | 'turn' | 'gone'

/** This console among those that work on the same database. */
export type Replica = {
  /** Another one once the others gave this replica up for dead: what belonged to it then no longer does. */
  id: () => string
  /** The time in milliseconds, by a clock that all replicas share. */
  clock: () => RawBuilder<number>
  /** From now on the others know it. */
  start: () => Promise<void>
  /** Whether it is certain that nobody takes the replica of this id for dead at this moment. */
  isAlive: (id: string) => Promise<boolean>
  /** Another number each time the link to the others broke: what the database held may be gone with it. */
  breaks: () => number
  /** Whether it hears what the others tell. */
  isListening: () => boolean
  tell: (topic: Topic, text?: string) => Promise<void>
  /** Called with what others tell, but not with what this one tells. */
  on: (topic: Topic, listener: (text: string) => void) => void
  /** Called when something may have been told that was not heard. */
  onGap: (listener: () => void) => void
  close: () => Promise<void>
}

/** What carries it: of the database, which tells everybody who listens. */
export const channel = 'vpn_console'
export const messageOf = (from: string, topic: Topic, text: string): string => `${from} ${topic} ${text}`

/** A replica that has its database for itself: whoever was there before has gone. */
export const createOnlyReplica = (db: Kysely<Tables>, now: () => number): Replica => {
  const id = randomUUID()
  return {
    id: () => id,
    clock: () => sql<number>`${now()}`,
    start: async () => {
      await db.deleteFrom('replicas').execute()
      await db.insertInto('replicas').values({ id, seen_at: now() }).execute()
    },
    isAlive: () => Promise.resolve(true),
    breaks: () => 0,
    isListening: () => true,
    tell: () => Promise.resolve(),
    on: () => {},
    onGap: () => {},
    close: () => Promise.resolve(),
  }
}

/** Who listens to what. */
export const createListeners = () => {
  // A listener of each part of the console, and of each test of one: not a leak.
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    on: (topic: Topic, listener: (text: string) => void): void => {
      emitter.on(topic, listener)
    },
    onGap: (listener: () => void): void => {
      emitter.on('gap', listener)
    },
    heard: (topic: string, text: string): void => {
      emitter.emit(topic, text)
    },
    gap: (): void => {
      emitter.emit('gap')
    },
  }
}
