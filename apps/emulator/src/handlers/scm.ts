import type { Handlers } from './handler.ts'
import { pageByOffset } from './paging.ts'

export const scm = {
  listCertificates: ({ project, query }) => {
    const { status, deploy_support, content = '', sort_key, sort_dir } = query
    const found = project.neighbours.certificates.filter(
      (one) =>
        (!status || status === 'ALL' || status.split(',').includes(one.status)) &&
        (deploy_support === undefined || one.deploy_support === deploy_support) &&
        (one.name.includes(content) || one.domain.includes(content)),
    )
    const sign = sort_dir?.toUpperCase() === 'ASC' ? 1 : -1
    const sorted = sort_key ? found.toSorted((a, b) => sign * (a.expire_time < b.expire_time ? -1 : 1)) : found
    return {
      certificates: pageByOffset(sorted, query, 50).map((one) => ({
        ...one,
        sans: null,
        enterprise_project_id: '0',
      })),
      total_count: sorted.length,
    }
  },
} satisfies Partial<Handlers>
