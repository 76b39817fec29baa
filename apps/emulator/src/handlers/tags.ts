import { tagProblems, type tagResourceTypes, type VpnResourceTag } from '@vpn-console/api-client'
import type { Project } from '../project-state.ts'
import { invalid, notFound, refuseProblems } from '../refusal.ts'
import type { Call, Handlers } from './handler.ts'
import { pageByOffset } from './paging.ts'

const mostTags = 20

type Filter = Call<'listResourcesByTags'>['body']
type ResourceType = (typeof tagResourceTypes)[number]
type Tagged = { id: string; name: string; tags: VpnResourceTag[]; created_at: number }

const resourcesOf = (project: Project, type: ResourceType): ReadonlyMap<string, Tagged> => {
  const resources: Record<ResourceType, ReadonlyMap<string, Tagged>> = {
    'vpn-gateway': project.gateways,
    'customer-gateway': project.customerGateways,
    'vpn-connection': project.connections,
    'p2c-vpn-gateways': project.p2c.gateways,
  }
  return resources[type]
}

const find = (
  project: Project,
  { resource_type, resource_id }: { resource_type: ResourceType; resource_id: string },
) => {
  const found = resourcesOf(project, resource_type).get(resource_id)
  if (!found) throw notFound()
  return found
}

const hasTags = (tagged: Tagged, wanted: NonNullable<Filter['tags']>) =>
  wanted.every(({ key, values }) =>
    tagged.tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value))),
  )

/** What the filter lets through, newest first. Untagged resources are asked for without regard to `tags`. */
const filtered = (project: Project, type: ResourceType, filter: Filter): Tagged[] => {
  const { without_any_tag = false, tags = [], matches = [] } = filter
  return (
    [...resourcesOf(project, type).values()]
      .filter((one) => (without_any_tag ? one.tags.length === 0 : hasTags(one, tags)))
      // Resources have one name: the documented match is of the whole of it.
      .filter(({ name }) => matches.every(({ value }) => name === value))
      .toSorted((a, b) => b.created_at - a.created_at)
  )
}

export const tags = {
  batchCreateResourceTags: ({ project, params, body }) => {
    const tagged = find(project, params)
    refuseProblems(tagProblems(body.tags))
    const merged = new Map(tagged.tags.map(({ key, value }) => [key, value]))
    for (const { key, value = '' } of body.tags) merged.set(key, value)
    if (merged.size > mostTags) throw invalid(`a resource takes at most ${mostTags} tags`)
    tagged.tags = [...merged].map(([key, value]) => ({ key, value }))
    return undefined
  },

  batchDeleteResourceTags: ({ project, params, body }) => {
    const tagged = find(project, params)
    const unwanted = new Set(body.tags.map(({ key }) => key))
    tagged.tags = tagged.tags.filter(({ key }) => !unwanted.has(key))
    return undefined
  },

  showResourceTags: ({ project, params }) => ({ tags: find(project, params).tags }),

  listProjectTags: ({ project, params }) => {
    const valuesByKey = new Map<string, Set<string>>()
    for (const { tags: ofOne } of resourcesOf(project, params.resource_type).values()) {
      for (const { key, value } of ofOne) valuesByKey.set(key, (valuesByKey.get(key) ?? new Set()).add(value))
    }
    return { tags: [...valuesByKey].map(([key, values]) => ({ key, values: [...values] })) }
  },

  listResourcesByTags: ({ project, params, query, body }) => {
    const found = filtered(project, params.resource_type, body)
    const resources = pageByOffset(found, query).map((one) => ({
      resource_id: one.id,
      resource_name: one.name,
      tags: one.tags,
    }))
    return { resources, total_count: found.length }
  },

  countResourcesByTags: ({ project, params, body }) => ({
    total_count: filtered(project, params.resource_type, body).length,
  }),
} satisfies Partial<Handlers>
