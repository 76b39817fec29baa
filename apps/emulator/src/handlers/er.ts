import type { Handlers } from './handler.ts'
import { pageById } from './paging.ts'

const isAmong = (values: readonly string[] | undefined, value: string | undefined) =>
  values === undefined || values.length === 0 || values.includes(value ?? '')

export const er = {
  listEnterpriseRouters: ({ project, query }) => {
    const all = [...project.neighbours.routers.values()].filter(
      (router) =>
        isAmong(query.id, router.id) &&
        isAmong(query.state, router.state) &&
        isAmong(query.enterprise_project_id, router.enterprise_project_id),
    )
    const instances = pageById(all, query)
    const last = instances.at(-1)
    const next = last && all.at(-1) !== last ? { next_marker: last.id } : {}
    return { instances, page_info: { ...next, current_count: instances.length } }
  },
} satisfies Partial<Handlers>
