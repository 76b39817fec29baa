import type { Handlers } from './handler.ts'
import { pageByOffset } from './paging.ts'

export const eps = {
  listEnterpriseProjects: ({ project, query }) => {
    const { id, name = '', status, type } = query
    const found = project.neighbours.enterpriseProjects.filter(
      (one) =>
        (!id || one.id === id) &&
        (one.name ?? '').includes(name) &&
        (status === undefined || one.status === status) &&
        (!type || one.type === type),
    )
    return { enterprise_projects: pageByOffset(found, query), total_count: found.length }
  },
} satisfies Partial<Handlers>
