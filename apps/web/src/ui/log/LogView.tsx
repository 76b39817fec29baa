import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import Toggle from '@cloudscape-design/components/toggle'
import { useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'
import { FormError } from '../FormError.tsx'
import { Menu } from '../Menu.tsx'
import { download } from '../table/export.ts'
import { TableEnding } from '../table/TableEnding.tsx'
import { spanOfEntries } from './histogram.ts'
import { timeOfId, type LogEntry } from './log-entry.ts'
import { logCsv, logJsonLines, logRaw } from './log-export.ts'
import { logView, type Facet } from './log-filter.ts'
import { LineDetail } from './LineDetail.tsx'
import { LogFacets } from './LogFacets.tsx'
import { LogHistory } from './LogHistory.tsx'
import { LogTable, pageLines } from './LogTable.tsx'
import styles from './LogView.module.css'
import { TimeBrush } from './TimeBrush.tsx'
import type { KeptLines } from './use-kept-lines.ts'
import { useLogUrl } from './use-log-url.ts'
import { useTail } from './use-tail.ts'

type LogViewProps = {
  title: string
  description: ReactNode
  /** What the export files are called, without an ending. */
  fileName: string
  /** All lines that are loaded, newest first. */
  entries: readonly LogEntry[]
  isPending: boolean
  /** Nothing at all could be loaded. */
  error?: unknown
  kept: KeptLines
  isLive: boolean
  onLive: (isLive: boolean) => void
  /** Connections to tell apart; with fewer than two there is no such column. */
  tunnels: readonly string[]
  tunnelHeader: string
  /** Shows whose line it is also where all are of one. */
  hasTunnelColumn?: boolean
  nameOf: (connectionId: string) => string
  tunnelCell: (connectionId: string) => ReactNode
  meaningOf: (entry: LogEntry) => ReactNode
  find: { label: string; placeholder: string; named?: ReadonlySet<string> }
  status?: ReactNode
  empty: string
}

/** The one way to look at logs: parsed, narrowed down, followed, linked to and taken along. */
export const LogView = (props: LogViewProps) => {
  const { entries, isPending, kept, isLive, tunnels, nameOf, tunnelCell, find, fileName } = props
  const [url, change] = useLogUrl()
  const { filter } = url
  const place = useRef<HTMLDivElement>(null)
  const isReading = url.page > 1 || url.line !== undefined
  const tail = useTail({ entries, isPending, isLive, isReading, place })
  const view = useMemo(() => logView(tail.shown, filter, find.named), [tail.shown, filter, find.named])
  const span = useMemo(() => spanOfEntries(tail.shown), [tail.shown])
  const ofTunnel = useMemo((): Facet<string>[] => {
    const counts = new Map(tunnels.map((id) => [id, 0]))
    for (const { connectionId } of tail.shown) counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1)
    return [...counts].map(([value, count]) => ({ value, count }))
  }, [tunnels, tail.shown])

  const open = useMemo(() => tail.shown.find(({ id }) => id === url.line), [tail.shown, url.line])
  const at = open ? view.matching.indexOf(open) : -1
  const pages = Math.max(1, Math.ceil(view.matching.length / pageLines))
  // A link to a line has no page: the line itself says which. It may also be the reader who turned the page.
  const page = Math.min(pages, url.hasPage || at === -1 ? url.page : Math.floor(at / pageLines) + 1)

  // Once for each link that is followed: whoever chose the line in the table is there already.
  const arrived = useRef<string>(undefined)
  const { line } = url
  useEffect(() => {
    if (line === undefined || arrived.current === line || !open) return
    arrived.current = line
    document.querySelector(`[data-line="${CSS.escape(line)}"]`)?.scrollIntoView({ block: 'center' })
  }, [line, open])

  const close = useCallback(() => change({ line: undefined }), [change])
  const isFiltered = view.matching.length < tail.shown.length
  const linked = url.line === undefined || open ? undefined : timeOfId(url.line)

  return (
    <div ref={place} className={styles['view']}>
      <output className="visually-hidden">{tail.news}</output>
      <LogTable
        label={props.title}
        entries={view.matching}
        isPending={isPending && tail.shown.length === 0}
        page={page}
        onPage={(next) => change({ page: next })}
        open={open}
        onOpen={({ id }) => {
          arrived.current = id
          change({ line: id, page })
        }}
        tunnelHeader={tunnels.length > 1 || props.hasTunnelColumn ? props.tunnelHeader : undefined}
        tunnelCell={tunnelCell}
        header={
          <Header
            variant="h2"
            counter={
              isPending
                ? ''
                : isFiltered
                  ? `(${view.matching.length.toLocaleString()}/${tail.shown.length.toLocaleString()})`
                  : `(${tail.shown.length.toLocaleString()})`
            }
            description={props.description}
            actions={
              <div className={styles['actions']}>
                {props.status}
                {tail.waiting > 0 && (
                  <Button
                    formAction="none"
                    iconName="angle-up"
                    onClick={() => {
                      tail.show()
                      change({ page: 1, line: undefined })
                    }}
                  >
                    {tail.waitingWords}
                  </Button>
                )}
                <Toggle checked={isLive} onChange={({ detail }) => props.onLive(detail.checked)}>
                  Live
                </Toggle>
              </div>
            }
          >
            {props.title}
          </Header>
        }
        filter={
          <div className={styles['filter']}>
            <div className={styles['row']}>
              <div className={styles['find']}>
                <Input
                  value={filter.text}
                  type="search"
                  ariaLabel={find.label}
                  placeholder={find.placeholder}
                  clearAriaLabel="Clear the search"
                  spellcheck={false}
                  autoComplete={false}
                  onChange={({ detail }) => change({ filter: { ...filter, text: detail.value } })}
                />
              </div>
              <Menu
                look="button"
                button="Export"
                disabledReason={view.matching.length === 0 ? 'There is nothing to export.' : undefined}
                actions={[
                  {
                    id: 'csv',
                    text: 'CSV',
                    onChoose: () => download(`${fileName}.csv`, 'text/csv', logCsv(view.matching, nameOf)),
                  },
                  {
                    id: 'jsonl',
                    text: 'JSON lines',
                    onChoose: () =>
                      download(`${fileName}.jsonl`, 'application/x-ndjson', logJsonLines(view.matching, nameOf)),
                  },
                  {
                    id: 'raw',
                    text: 'Raw lines',
                    onChoose: () => download(`${fileName}.log`, 'text/plain', logRaw(view.matching)),
                  },
                ]}
              />
            </div>
            <LogFacets
              view={view}
              filter={filter}
              tunnels={ofTunnel}
              nameOf={nameOf}
              onChange={(next) => change({ filter: next })}
            />
            {span && (
              <TimeBrush
                entries={view.aroundSpan}
                span={span}
                chosen={filter.span}
                onChoose={(chosen) => change({ filter: { ...filter, span: chosen } })}
              />
            )}
          </div>
        }
        empty={
          props.error ? (
            <TableEnding title="The log could not be loaded" error={props.error} />
          ) : tail.shown.length > 0 ? (
            <TableEnding
              title="No line matches"
              action={
                <Button
                  formAction="none"
                  onClick={() => change({ filter: { text: '', kinds: [], reasons: [], tunnels: [], span: undefined } })}
                >
                  Clear the filter
                </Button>
              }
            />
          ) : (
            <TableEnding title="No lines">{props.empty}</TableEnding>
          )
        }
        footer={<LogHistory kept={kept} oldest={tail.shown.at(-1)} linked={linked} />}
      />
      {open && (
        <LineDetail
          entry={open}
          tunnel={tunnelCell(open.connectionId)}
          meaning={props.meaningOf(open)}
          onClose={close}
        />
      )}
      {kept.error !== null && props.error === undefined && (
        <FormError
          title="Older lines could not be loaded"
          error={kept.error}
          action={
            <Button formAction="none" onClick={kept.retry}>
              Try again
            </Button>
          }
        />
      )}
    </div>
  )
}
