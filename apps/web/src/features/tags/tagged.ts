import { collect, offsetPages, type Input, type VpnResourceTag } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { operationQuery } from '../../api/operation-query.ts'
import type { TagResourceType } from './save-tags.ts'
import { isSystemTag, mostTags, toTags } from './tag-changes.ts'

/** One resource of whatever type, with its tags. */
export type Tagged = { type: TagResourceType; id: string; name: string; tags: readonly VpnResourceTag[] }

const pageSize = 1000

/** All resources of a type that a question finds. */
export const taggedList = (cloudId: string, type: TagResourceType, body: Input<'listResourcesByTags'>['body']) =>
  queryOptions({
    queryKey: [cloudId, 'listResourcesByTags', type, body],
    queryFn: ({ signal }): Promise<Tagged[]> => {
      const params = { resource_type: type }
      const pages = offsetPages(
        pageSize,
        async (query) => (await call(cloudId, 'listResourcesByTags', { params, query, body }, { signal })).resources,
      )
      return collect(pages, (page) =>
        page.map(({ resource_id, resource_name, tags = [] }) => ({
          type,
          id: resource_id,
          name: resource_name ?? resource_id,
          tags: toTags(tags),
        })),
      )
    },
  })

export const projectTags = (cloudId: string, type: TagResourceType) =>
  operationQuery(cloudId, 'listProjectTags', { params: { resource_type: type } })

/** Keys with their values, as all types together have them. */
export const mergeTagValues = (
  lists: readonly (readonly { key: string; values?: string[] | undefined }[] | undefined)[],
): ReadonlyMap<string, readonly string[]> => {
  const merged = new Map<string, Set<string>>()
  for (const { key, values = [] } of lists.flatMap((list) => list ?? [])) {
    const all = merged.get(key) ?? new Set()
    for (const value of values) all.add(value)
    merged.set(key, all)
  }
  const order = new Intl.Collator(undefined, { numeric: true }).compare
  return new Map(
    [...merged]
      .toSorted(([a], [b]) => order(a, b))
      .map(([key, values]): [string, string[]] => [key, [...values].toSorted(order)]),
  )
}

/** What adding tags does to resources: to whom, what it overwrites, and who has no room for them. */
export const planOfAdding = (resources: readonly Tagged[], tags: readonly VpnResourceTag[]) => {
  const overwritten = resources.flatMap(({ name, tags: own }) =>
    own.flatMap(({ key, value }) => {
      const next = tags.find((tag) => tag.key === key)
      return next && next.value !== value ? [{ name, key, before: value, after: next.value }] : []
    }),
  )
  const full = resources.filter(({ tags: own }) => {
    const keys = new Set([...own.filter((tag) => !isSystemTag(tag)), ...tags].map(({ key }) => key))
    return keys.size > mostTags
  })
  return { overwritten, full, able: resources.filter((resource) => !full.includes(resource)) }
}

/** The keys that can be removed from resources, with how many have each. */
export const keysOf = (resources: readonly Tagged[]): { key: string; count: number }[] => {
  const counts = new Map<string, number>()
  for (const { tags } of resources) {
    for (const tag of tags) if (!isSystemTag(tag)) counts.set(tag.key, (counts.get(tag.key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => ({ key, count })).toSorted((a, b) => a.key.localeCompare(b.key))
}

/** Of resources those that have one of the keys. */
export const havingKeys = (resources: readonly Tagged[], keys: readonly string[]): Tagged[] =>
  resources.filter(({ tags }) => tags.some(({ key }) => keys.includes(key)))
