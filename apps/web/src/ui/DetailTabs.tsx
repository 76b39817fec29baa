import Tabs from '@cloudscape-design/components/tabs'
import { Suspense, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { Loading } from './Loading.tsx'

export type DetailTab = { id: string; label: string; content: ReactNode; disabledReason?: string | undefined }

/** The tabs of a detail page; which one is open is in the URL. The first is the page itself. */
export const DetailTabs = ({ label, tabs }: { label: string; tabs: readonly DetailTab[] }) => {
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('tab')
  const active = tabs.find(({ id }) => id === wanted) ?? tabs[0]
  return (
    <Tabs
      ariaLabel={label}
      activeTabId={active?.id ?? ''}
      tabs={tabs.map(({ id, label, content, disabledReason }) => ({
        id,
        label,
        // Most tabs are chunks of their own: who never opens one never loads it.
        content: <Suspense fallback={<Loading what={label} />}>{content}</Suspense>,
        disabled: disabledReason !== undefined,
        ...(disabledReason !== undefined && { disabledReason }),
      }))}
      onChange={({ detail }) =>
        // Another tab is another page: filters and pages of the last one stay behind.
        setSearch(detail.activeTabId === tabs[0]?.id ? {} : { tab: detail.activeTabId }, { preventScrollReset: true })
      }
    />
  )
}
