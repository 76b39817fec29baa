import type { VpnResourceTag } from '@vpn-console/api-client'
import { call } from '../../api/client.ts'
import { rebase, tagChanges, toTags, type ForeignChange } from './tag-changes.ts'
import { editableTags } from './tag-form.ts'

export type TagResourceType = 'vpn-gateway' | 'customer-gateway' | 'vpn-connection' | 'p2c-vpn-gateways'
export type TagPlace = { resource_type: TagResourceType; resource_id: string }

/** The calls that saving needs. */
export type TagCalls = {
  read: () => Promise<readonly VpnResourceTag[]>
  remove: (keys: readonly string[]) => Promise<unknown>
  set: (tags: readonly VpnResourceTag[]) => Promise<unknown>
}

/** Saved; or not begun, since somebody else has changed the tags meanwhile. */
export type SaveResult =
  | { result: 'saved' }
  | { result: 'changed'; foreign: ForeignChange[]; current: VpnResourceTag[]; merged: VpnResourceTag[] }

export const tagCalls = (cloudId: string, params: TagPlace): TagCalls => ({
  read: async () => editableTags(toTags((await call(cloudId, 'showResourceTags', { params })).tags)),
  remove: (keys) => call(cloudId, 'batchDeleteResourceTags', { params, body: { tags: keys.map((key) => ({ key })) } }),
  set: (tags) => call(cloudId, 'batchCreateResourceTags', { params, body: { tags: [...tags] } }),
})

/** Makes the tags of a resource what is wanted, unless they are not any more what the wish began with. */
export const saveTags = async (
  calls: TagCalls,
  base: readonly VpnResourceTag[],
  wanted: readonly VpnResourceTag[],
): Promise<SaveResult> => {
  const current = [...(await calls.read())]
  const { foreign, merged } = rebase(base, wanted, current)
  if (foreign.length > 0) return { result: 'changed', foreign, current, merged }
  const changes = tagChanges(current, wanted)
  const removed = changes.filter(({ after }) => after === undefined).map(({ key }) => key)
  const set = changes.flatMap(({ key, after }) => (after === undefined ? [] : [{ key, value: after }]))
  // First what goes: a resource that has all it may have takes no more before.
  if (removed.length > 0) await calls.remove(removed)
  if (set.length > 0) await calls.set(set)
  return { result: 'saved' }
}
