import Button from '@cloudscape-design/components/button'
import Pagination from '@cloudscape-design/components/pagination'
import PropertyFilter from '@cloudscape-design/components/property-filter'
import Table from '@cloudscape-design/components/table'
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react'
import {
  toColumnDisplay,
  toFilterOptions,
  toFilterProperties,
  toRow,
  toTableColumns,
  type Column,
  type Row,
  type RowColumn,
} from './columns.ts'
import { download, toCsv, toJson } from './export.ts'
import { hiddenAtFirst, usePreferences } from './preferences.ts'
import { Menu } from '../Menu.tsx'
import styles from './ResourceTable.module.css'
import { RowMenu, type RowAction } from './RowMenu.tsx'
import { TableEnding } from './TableEnding.tsx'
import { tableView } from './table-view.ts'
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
  /** Chosen rows by id, where rows can be chosen; they stay chosen when the data is refreshed. */
  selected?: ReadonlySet<string>
  onSelect?: (ids: ReadonlySet<string>) => void
  /** Keeps the parameters of several tables on one page apart. */
  urlPrefix?: string
  header?: ReactNode
  /** Beside the export button. */
  tools?: ReactNode
}

const actionsColumn = <T,>(
  nameOf: (item: T) => string,
  actionsOf: (item: T) => readonly RowAction[],
): RowColumn<T> => ({
  id: 'actions',
  header: <span className="visually-hidden">Actions</span>,
  width: 56,
  cell: ({ item }) => <RowMenu name={nameOf(item)} actions={actionsOf(item)} />,
})

/** The one way to show a list: filtered, sorted and paged by the URL, exported, and with its four endings designed. */
export const ResourceTable = <T,>(props: ResourceTableProps<T>) => {
  const { id, words, items, columns, idOf, nameOf, empty, error, onRetry, actionsOf, selected, onSelect } = props
  const [state, change] = useTableState(props.urlPrefix ?? '')
  const [preferences, savePreferences] = usePreferences(id, hiddenAtFirst(columns))
  const [isPreferring, setPreferring] = useState(false)
  const tableColumns = useMemo(() => toTableColumns(columns), [columns])
  const rows = useMemo(() => (items ?? []).map((item) => toRow(item, columns)), [items, columns])
  const sort = state.sort ?? {
    column: props.sortedBy.replace(/^-/, ''),
    isDescending: props.sortedBy.startsWith('-'),
  }
  const view = tableView(rows, { ...state, sort }, columns, tableColumns, preferences.pageSize)
  const filterProperties = useMemo(() => toFilterProperties(columns), [columns])
  const filterOptions = useMemo(() => toFilterOptions(columns, rows), [columns, rows])
  const isFiltered = state.query.tokens.length > 0
  const hasFailed = items === undefined && error !== undefined && error !== null

  const clearFilter = () => change({ query: { tokens: [], operation: 'and' } })

  const exportAs = (format: string) => {
    if (format === 'json') download(`${id}.json`, 'application/json', toJson(view.matching))
    else download(`${id}.csv`, 'text/csv', toCsv(view.matching, columns))
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

  const shownColumns = actionsOf ? [...tableColumns, actionsColumn(nameOf, actionsOf)] : tableColumns
  const display = toColumnDisplay(columns, preferences.hidden)
  const countText = `${view.matching.length} ${view.matching.length === 1 ? 'match' : 'matches'}`

  return (
    <div className={styles['table']}>
      <Table<Row<T>>
        variant="container"
        trackBy={({ item }) => idOf(item)}
        items={view.rows}
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
          const column = tableColumns.find(
            ({ sortingComparator }) => sortingComparator === detail.sortingColumn.sortingComparator,
          )
          if (column) change({ sort: { column: column.id, isDescending: detail.isDescending ?? false } })
        }}
        {...(selected && {
          selectionType: 'multi' as const,
          selectedItems: rows.filter(({ item }) => selected.has(idOf(item))),
          onSelectionChange: ({ detail }) => onSelect?.(new Set(detail.selectedItems.map(({ item }) => idOf(item)))),
        })}
        ariaLabels={{
          tableLabel: words.many,
          selectionGroupLabel: `Choose ${words.many}`,
          allItemsSelectionLabel: () => `Choose all ${words.many}`,
          itemSelectionLabel: (_, { item }) => `Choose ${nameOf(item)}`,
        }}
        {...(props.header !== undefined && { header: props.header })}
        filter={
          <div className={styles['tools']}>
            <div className={styles['filter']}>
              <PropertyFilter
                query={state.query}
                onChange={({ detail }) => change({ query: detail })}
                filteringProperties={filterProperties}
                filteringOptions={filterOptions}
                countText={isFiltered ? countText : undefined}
                i18nStrings={filterWords(`Find ${words.many}`)}
                disabled={items === undefined}
              />
            </div>
            {props.tools}
            <Menu
              look="button"
              button="Export"
              disabledReason={view.matching.length === 0 ? 'There is nothing to export.' : undefined}
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
