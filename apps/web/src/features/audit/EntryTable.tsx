import type { AuditEntry } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import Table from '@cloudscape-design/components/table'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { nextPollMs, staleSince } from '../../api/operation-query.ts'
import { useConsoleDenied, useSession } from '../../api/session.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useNow } from '../../ui/now.ts'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { toColumnDisplay } from '../../ui/table/columns.ts'
import { hiddenAtFirst, usePreferences } from '../../ui/table/preferences.ts'
import { SearchField } from '../../ui/table/SearchField.tsx'
import { TableEnding } from '../../ui/table/TableEnding.tsx'
import { useFind } from '../../ui/table/use-find.ts'
import { filterWords } from '../../ui/table/words.ts'
import { exactWords } from '../../ui/time-words.ts'
import { auditPage } from './audit-queries.ts'
import { moments, readAuditSearch, toFilter, writeAuditSearch, type AuditSearch } from './audit-search.ts'
import { entryColumns } from './entry-columns.tsx'
import { operationChoices, outcomes } from './entry-words.ts'
import styles from './EntryTable.module.css'
import { exportEntries } from './export-entries.ts'

const PreferencesDialog = lazy(() => import('../../ui/table/PreferencesDialog.tsx'))

const pollMs = 30_000

const property = (key: string, propertyLabel: string, operators: string[]) => ({
  key,
  propertyLabel,
  groupValuesLabel: propertyLabel,
  operators,
})
const properties: PropertyFilterProps.FilteringProperty[] = [
  property('person', 'Who', ['=']),
  property('operation', 'What', ['=']),
  property('outcome', 'Outcome', ['=']),
  property('time', 'Time', ['>=', '<']),
  property('resource', 'On', ['=']),
  property('cloud', 'Cloud', ['=']),
]

const tableColumns = entryColumns.map(({ id, header, cell, value, isRowHeader, minWidth }) => ({
  id,
  header,
  cell: (entry: AuditEntry) => (cell ? cell(entry) : (value(entry) ?? '–')),
  ...(isRowHeader && { isRowHeader }),
  ...(minWidth !== undefined && { minWidth }),
}))

const useAuditSearch = () => {
  const [search, setSearch] = useSearchParams()
  const state = useMemo(() => readAuditSearch(search), [search])
  const change = useCallback(
    (next: Partial<AuditSearch>) =>
      setSearch((current) => writeAuditSearch(current, next), {
        // Another page is one to come back from; another filter is not.
        replace: !('before' in next || 'after' in next),
        preventScrollReset: true,
      }),
    [setSearch],
  )
  return [state, change] as const
}

const operationOptions = operationChoices().map(({ value, label }) => ({ propertyKey: 'operation', value, label }))
const fixedOptions = [
  ...Object.entries(outcomes).map(([value, { words }]) => ({ propertyKey: 'outcome', value, label: words })),
  ...moments.map((value) => ({ propertyKey: 'time', value })),
  ...operationOptions,
]

/** The entries of the audit, a page at a time from the backend: there may be a hundred thousand. */
export const EntryTable = () => {
  const [state, change] = useAuditSearch()
  const denied = useConsoleDenied()
  const { clouds } = useSession()
  const [preferences, savePreferences] = usePreferences('audit', hiddenAtFirst(entryColumns))
  const [isPreferring, setPreferring] = useState(false)
  const now = useNow()
  const { filter, unknown } = toFilter(state, now)
  const { before, after, find, query } = state
  const writeFind = useCallback((next: string) => change({ find: next }), [change])
  const search = useFind(find, writeFind)
  const page = useQuery({
    ...auditPage({ filter, before, after, limit: preferences.pageSize }),
    placeholderData: keepPreviousData,
    // What is older does not change.
    refetchInterval: (of) => (before || after ? false : nextPollMs(pollMs, of.state.error)),
  })
  const { data, error } = page
  const isFiltered = query.tokens.length > 0 || find !== ''
  const options = [...fixedOptions, ...clouds.map(({ id, name }) => ({ propertyKey: 'cloud', value: id, label: name }))]
  const clear = () => {
    search.clear()
    change({ find: '', query: { tokens: [], operation: 'and' } })
  }
  const searchedTo = data?.searched_to
  const goOn = () => change({ before: data?.older ?? '' })

  const ending =
    error !== null && !data ? (
      <TableEnding
        title="The audit could not be loaded"
        error={error}
        action={
          <Button formAction="none" onClick={() => void page.refetch()}>
            Try again
          </Button>
        }
      />
    ) : searchedTo === undefined ? (
      <TableEnding
        title={isFiltered ? 'No entry matches the filter' : 'No entries'}
        action={
          isFiltered && (
            <Button formAction="none" onClick={clear}>
              Clear filter
            </Button>
          )
        }
      >
        {isFiltered ? undefined : 'Whatever is changed or refused from now on is written down here.'}
      </TableEnding>
    ) : (
      <TableEnding
        title="Nothing found so far"
        action={
          <Button formAction="none" onClick={goOn}>
            Search on
          </Button>
        }
      >
        {`Searched back to ${exactWords(searchedTo)}.`}
      </TableEnding>
    )

  return (
    <>
      <Table<AuditEntry>
        variant="container"
        trackBy="id"
        items={data?.entries ?? []}
        columnDefinitions={tableColumns}
        columnDisplay={toColumnDisplay(entryColumns, preferences.hidden)}
        loading={page.isPending}
        loadingText="Loading the audit"
        empty={ending}
        wrapLines={preferences.wrapLines}
        stickyHeader
        ariaLabels={{ tableLabel: 'Audit entries' }}
        filter={
          <div className={styles['tools']}>
            <SearchField
              key={search.turn}
              label="Find text"
              value={search.find}
              onType={search.type}
              disabled={false}
            />
            <div className={styles['filter']}>
              <PropertyFilter
                query={query}
                onChange={({ detail }) => change({ query: detail })}
                filteringProperties={properties}
                filteringOptions={options}
                hideOperations
                i18nStrings={filterWords('Filter by who, what, outcome, time, resource or cloud')}
              />
            </div>
            <StaleNotice since={staleSince(page)} onRetry={() => void page.refetch()} isRetrying={page.isFetching} />
            <Menu
              look="button"
              button="Export"
              disabledReason={denied('console:audit:export')}
              actions={[
                { id: 'csv', text: 'CSV, all that match', onChoose: () => exportEntries('csv', filter) },
                { id: 'jsonl', text: 'JSON lines, all that match', onChoose: () => exportEntries('jsonl', filter) },
              ]}
            />
          </div>
        }
        header={
          <output className={styles['note']}>
            {unknown.length > 0 &&
              `Left out of the filter: ${unknown.join(', ')}. Write a time as 7 d ago, 2026-03-09 or 2026-03-09 14:30. `}
            {searchedTo !== undefined && data?.entries.length !== 0 && `Searched back to ${exactWords(searchedTo)}.`}
          </output>
        }
        pagination={
          <nav aria-label="Pages of the audit" className={styles['pages']}>
            <Button formAction="none" disabled={!before && !after} onClick={() => change({})}>
              Newest
            </Button>
            <Button
              formAction="none"
              variant="icon"
              iconName="angle-left"
              ariaLabel="Newer entries"
              disabled={data?.newer === undefined}
              onClick={() => change({ after: data?.newer ?? '' })}
            />
            <Button
              formAction="none"
              variant="icon"
              iconName="angle-right"
              ariaLabel="Older entries"
              disabled={data?.older === undefined}
              onClick={goOn}
            />
          </nav>
        }
        preferences={
          <Button
            formAction="none"
            variant="icon"
            iconName="settings"
            ariaLabel="Table preferences"
            onClick={() => setPreferring(true)}
          />
        }
      />
      {isPreferring && (
        <Suspense>
          <PreferencesDialog
            columns={entryColumns}
            preferences={preferences}
            onSave={savePreferences}
            onClose={() => setPreferring(false)}
          />
        </Suspense>
      )}
    </>
  )
}
