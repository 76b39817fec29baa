import { useQuery } from '@tanstack/react-query'
import type { LoaderFunctionArgs } from 'react-router'
import { load } from '../../api/operation-query.ts'
import { DetailTabs } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { auditChain } from './audit-queries.ts'
import { BrokenChain } from './BrokenChain.tsx'
import { chainWords } from './chain-words.ts'
import { EntryTable } from './EntryTable.tsx'
import { KeepingTab } from './KeepingTab.tsx'

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, auditChain())

const pollMs = 60_000

export default function AuditPage() {
  const chain = useQuery({ ...auditChain(), refetchInterval: pollMs }).data
  return (
    <KitWords>
      <PageHeader
        title="Audit"
        description={`Who changed what, when and from where, and what was refused. ${chain ? chainWords(chain).short : ''}`}
      />
      {chain?.problem && <BrokenChain problem={chain.problem} />}
      <DetailTabs
        label="Parts of the audit"
        tabs={[
          { id: 'entries', label: 'Entries', content: <EntryTable /> },
          { id: 'keeping', label: 'Integrity and retention', content: <KeepingTab /> },
        ]}
      />
    </KitWords>
  )
}
