import Button from '@cloudscape-design/components/button'
import Pagination from '@cloudscape-design/components/pagination'
import PropertyFilter from '@cloudscape-design/components/property-filter'
import Table from '@cloudscape-design/components/table'
import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react'
import { toColumnDisplay, toFilterOptions, toFilterProperties, toRow, type Column } from './columns.ts'
import { download, toCsv, toJson } from './export.ts'
import { hiddenAtFirst, usePreferences } from './preferences.ts'
import { Menu } from '../Menu.tsx'
import styles from './ResourceTable.module.css'
import { actionsColumn, toGroupColumns, type LinesOf } from './row-cells.tsx'
import type { RowAction } from './RowMenu.tsx'
import { SearchField } from './SearchField.tsx'
import { TableEnding } from './TableEnding.tsx'
import { rowFilter } from './table-filter.ts'
import { countWords, filterGroups, groupRows, inOrder, pageOf, sortGroups, type ShownGroup } from './table-view.ts'
import { useFind } from './use-find.ts'
import { useTableState } from './use-table-state.ts'
import { filterWords } from './words.ts'

const PreferencesDialog = lazy(() => import('./PreferencesDialog.tsx'))

export type ResourceTableProps<T> = {
  /** Names the table: for its preferences, its export files, and its URL parameters where `urlPrefix` is given. */
  id: string
  /** What the rows are: `{ one: 'VPN gateway', many: 'VPN gateways' }`. */
  words: { one: string; many: string }
  /** All there are; undefined while they are loading or when they could not be loaded. */
  items: readonly T[] | undefined
  columns: readonly Column<T>[]
  idOf: (item: T) => string
  nameOf: (item: T) => string
  /** Sorted by this until somebody sorts; a minus in front: descending. */
  sortedBy: string
  /** What to say and offer where there are none at all. */
  empty: { text: string; action?: ReactNode }
  error?: unknown
  onRetry?: () => void
  actionsOf?: (item: T) => readonly RowAction[]
  /** Items with the same key stand in one row; those that stand alone have keys of their own. The same function while it gives the same keys. */
  groupOf?: (item: T) => string
  /** How many lines of text an item takes in such rows; a constant function. */
  linesOf?: LinesOf<T>
  /** Chosen rows by id, where rows can be chosen; they stay chosen when the data is refreshed. */
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  /** Keeps the parameters of several tables on one page apart. */
  urlPrefix?: string
  header?: ReactNode
  /** Beside the export button. */
  tools?: ReactNode
}

/** The one way to show a list: filtered, sorted and paged by the URL, exported, and with its four endings designed. */
export const ResourceTable = <T,>(props: ResourceTableProps<T>) => {
  const { id, words, items, columns, nameOf, empty, error, onRetry, actionsOf, selected, onSelect, linesOf } = props
  // What makes an id of an item is the same all the time, though written anew with each drawing.
  const [idOf] = useState(() => props.idOf)
  const { groupOf = idOf } = props
  const [state, change] = useTableState(props.urlPrefix ?? '')
  const writeFind = useCallback((find: string) => change({ find }), [change])
  const search = useFind(state.find, writeFind)
  const [preferences, savePreferences] = usePreferences(id, hiddenAtFirst(columns))
  const [isPreferring, setPreferring] = useState(false)
  const tableColumns = useMemo(() => toGroupColumns(columns, { idOf, linesOf }), [columns, idOf, linesOf])
  const sort = state.sort ?? { column: props.sortedBy.replace(/^-/, ''), isDescending: props.sortedBy.startsWith('-') }

  const rows = useMemo(() => (items ?? []).map((item) => toRow(item, columns)), [items, columns])
  const sorted = useMemo(() => {
    const naming = columns.find(({ isRowHeader }) => isRowHeader)
    return sortGroups(
      groupRows(rows, groupOf, naming),
      { column: sort.column, isDescending: sort.isDescending },
      columns,
    )
  }, [rows, groupOf, columns, sort.column, sort.isDescending])
  // What is under the pointer stays there: rows that a poll would move wait until the pointer has left.
  const sortText = `${sort.column} ${sort.isDescending}`
  const [held, setHeld] = useState<{ sortText: string; ids: readonly string[] }>()
  const ordered = useMemo(
    () => (held?.sortText === sortText ? inOrder(sorted, held.ids) : sorted),
    [sorted, held, sortText],
  )
  const isFound = useMemo(
    () => rowFilter({ query: state.query, find: search.find }, columns),
    [state.query, search.find, columns],
  )
  const matching = useMemo(() => filterGroups(ordered, isFound), [ordered, isFound])
  // What was typed but is not in the URL yet is on its first page.
  const view = pageOf(matching, search.find === state.find ? state.page : 1, preferences.pageSize)

  const filterProperties = useMemo(() => toFilterProperties(columns), [columns])
  const filterOptions = useMemo(() => toFilterOptions(columns, rows), [columns, rows])
  const isFiltered = isFound !== undefined
  const hasFailed = items === undefined && error !== undefined && error !== null
  const selectedGroups = useMemo(
    () => selected && sorted.filter((group) => group.rows.every(({ item }) => selected.has(idOf(item)))),
    [sorted, selected, idOf],
  )

  const clearFilter = () => {
    search.clear()
    change({ find: '', query: { tokens: [], operation: 'and' } })
  }

  const exportAs = (format: string) => {
    const exported = matching.flatMap((group) => group.rows)
    if (format === 'json') download(`${id}.json`, 'application/json', toJson(exported))
    else download(`${id}.csv`, 'text/csv', toCsv(exported, columns))
  }

  const ending = hasFailed ? (
    <TableEnding
      title={`The ${words.many} could not be loaded`}
      error={error}
      action={
        onRetry && (
          <Button formAction="none" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    />
  ) : isFiltered ? (
    <TableEnding
      title={`No ${words.one} matches the filter`}
      action={
        <Button formAction="none" onClick={clearFilter}>
          Clear filter
        </Button>
      }
    />
  ) : (
    <TableEnding title={`No ${words.many}`} action={empty.action}>
      {empty.text}
    </TableEnding>
  )

  const shownColumns = actionsOf ? [...tableColumns, actionsColumn(nameOf, actionsOf, { idOf, linesOf })] : tableColumns
  const display = toColumnDisplay(columns, preferences.hidden)
  const { query } = state
  const isLoading = items === undefined
  // Drawn anew only for what it shows: typing in the field beside it is no business of its own.
  const columnFilter = useMemo(
    () => (
      <PropertyFilter
        query={query}
        onChange={({ detail }) => change({ query: detail })}
        filteringProperties={filterProperties}
        filteringOptions={filterOptions}
        i18nStrings={filterWords(`Filter ${words.many} by column`)}
        disabled={isLoading}
      />
    ),
    [query, change, filterProperties, filterOptions, words.many, isLoading],
  )

  const namesOf = ({ rows }: ShownGroup<T>) => rows.map(({ item }) => nameOf(item)).join(' and ')

  return (
    <div
      className={styles['table']}
      onPointerEnter={() => setHeld({ sortText, ids: sorted.map((group) => group.id) })}
      onPointerLeave={() => setHeld(undefined)}
    >
      <Table<ShownGroup<T>>
        variant="container"
        trackBy="id"
        items={view.groups}
        columnDefinitions={shownColumns}
        columnDisplay={actionsOf ? [...display, { id: 'actions', visible: true }] : display}
        loading={items === undefined && !hasFailed}
        loadingText={`Loading the ${words.many}`}
        empty={ending}
        wrapLines={preferences.wrapLines}
        stickyHeader
        stickyColumns={{ first: 0, last: actionsOf ? 1 : 0 }}
        sortingColumn={tableColumns.find((column) => column.id === sort.column)}
        sortingDescending={sort.isDescending}
        onSortingChange={({ detail }) => {
          const column = detail.sortingColumn.sortingField
          if (column !== undefined) change({ sort: { column, isDescending: detail.isDescending ?? false } })
        }}
        {...(selectedGroups && {
          selectionType: 'multi' as const,
          selectedItems: selectedGroups,
          onSelectionChange: ({ detail }) =>
            onSelect?.(new Set(detail.selectedItems.flatMap((group) => group.rows.map(({ item }) => idOf(item))))),
        })}
        ariaLabels={{
          tableLabel: words.many,
          selectionGroupLabel: `Choose ${words.many}`,
          allItemsSelectionLabel: () => `Choose all ${words.many}`,
          itemSelectionLabel: (_, group) => `Choose ${namesOf(group)}`,
        }}
        header={
          <>
            {props.header}
            <output className={styles['count']}>
              {items && countWords(rows, matching, words, { isFiltered, find: search.find.trim() })}
            </output>
          </>
        }
        filter={
          <div className={styles['tools']}>
            <SearchField
              key={search.turn}
              label={`Find ${words.many}`}
              value={search.find}
              onType={search.type}
              disabled={items === undefined}
            />
            <div className={styles['filter']}>{columnFilter}</div>
            {props.tools}
            <Menu
              look="button"
              button="Export"
              disabledReason={matching.length === 0 ? 'There is nothing to export.' : undefined}
              actions={[
                { id: 'csv', text: 'CSV', onChoose: () => exportAs('csv') },
                { id: 'json', text: 'JSON', onChoose: () => exportAs('json') },
              ]}
            />
          </div>
        }
        pagination={
          view.pageCount > 1 ? (
            <Pagination
              currentPageIndex={view.page}
              pagesCount={view.pageCount}
              onChange={({ detail }) => change({ page: detail.currentPageIndex })}
              ariaLabels={{
                paginationLabel: `Pages of ${words.many}`,
                nextPageLabel: 'Next page',
                previousPageLabel: 'Previous page',
                pageLabel: (page) => `Page ${page} of ${view.pageCount}`,
              }}
            />
          ) : undefined
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
            columns={columns}
            preferences={preferences}
            onSave={savePreferences}
            onClose={() => setPreferring(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
