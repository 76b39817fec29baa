import { tagProblems, type ResourceTag, type VpnResourceTag } from '@vpn-console/api-client'

/** What becomes of one key: without `before` it is new, without `after` it goes. */
export type TagChange = { key: string; before?: string; after?: string }

/** No resource takes more. */
export const mostTags = 20

/** Tags that the cloud sets by itself; people can only read them. */
export const isSystemTag = ({ key }: { key: string }): boolean => key.startsWith('_sys_')

/** Tags with a value each: an answer may leave an empty one out. */
export const toTags = (tags: readonly ResourceTag[]): VpnResourceTag[] =>
  tags.map(({ key, value = '' }) => ({ key, value }))

const toMap = (tags: readonly VpnResourceTag[]) => new Map(tags.map(({ key, value }) => [key, value]))

/** The way from some tags to others, key by key. */
export const tagChanges = (from: readonly VpnResourceTag[], to: readonly VpnResourceTag[]): TagChange[] => {
  const [before, after] = [toMap(from), toMap(to)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): TagChange[] => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old === now) return []
    return [{ key, ...(old !== undefined && { before: old }), ...(now !== undefined && { after: now }) }]
  })
}

/** Tags with changes made to them. */
export const withChanges = (tags: readonly VpnResourceTag[], changes: readonly TagChange[]): VpnResourceTag[] => {
  const map = toMap(tags)
  for (const { key, after } of changes) {
    if (after === undefined) map.delete(key)
    else map.set(key, after)
  }
  return [...map].map(([key, value]) => ({ key, value }))
}

/** A change somebody else made while these were edited, and what was wanted here for the same key. */
export type ForeignChange = TagChange & { clash?: { wanted?: string } }

/**
 * What somebody else changed since `base`, and the tags with both: where both changed the same key in different ways,
 * what was wanted here stays, and is named.
 */
export const rebase = (
  base: readonly VpnResourceTag[],
  wanted: readonly VpnResourceTag[],
  current: readonly VpnResourceTag[],
): { foreign: ForeignChange[]; merged: VpnResourceTag[] } => {
  const own = tagChanges(base, wanted)
  const foreign = tagChanges(base, current).flatMap((change): ForeignChange[] => {
    const mine = own.find(({ key }) => key === change.key)
    if (!mine) return [change]
    // Both did the same, such as this page itself with an answer that was lost.
    if (mine.after === change.after) return []
    return [{ ...change, clash: mine.after === undefined ? {} : { wanted: mine.after } }]
  })
  return { foreign, merged: withChanges(current, own) }
}

type PairProblem = { index: number; part: 'key' | 'value'; message: string }

/** What is wrong with tags that are typed: by the cloud's own rules. */
export const typedProblems = (tags: readonly VpnResourceTag[]): PairProblem[] =>
  tagProblems(tags).flatMap(({ path, message }) => {
    const [, index] = path.split('.')
    return index === undefined ? [] : [{ index: Number(index), part: 'key', message }]
  })
