import { ownQuery } from '../../api/console-call.ts'
import type { AuditFilter } from './audit-search.ts'

type Page = { filter: AuditFilter; before: string; after: string; limit: number }

export const auditPage = ({ filter, before, after, limit }: Page) =>
  ownQuery('listAuditEntries', {
    query: { ...filter, limit, ...(before && { before }), ...(after && { after }) },
  })

export const auditEntry = (entryId: string) => ownQuery('showAuditEntry', { params: { entryId } })
export const auditChain = () => ownQuery('showAuditChain', {})
export const auditSettings = () => ownQuery('showAuditSettings', {})
