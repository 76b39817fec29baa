import { findReason } from '@vpn-console/api-client'
import { useState } from 'react'
import { kindWords } from './kind-words.ts'
import { toggled, type Facet, type LogFilter, type LogView } from './log-filter.ts'
import styles from './LogFacets.module.css'

type ChoiceProps = { text: string; count: number; mark: string; isChosen: boolean; onToggle: () => void }

const Choice = ({ text, count, mark, isChosen, onToggle }: ChoiceProps) => (
  <button type="button" className={styles['choice']} data-mark={mark} aria-pressed={isChosen} onClick={onToggle}>
    <span>{text}</span>
    <span className={styles['count']}>{count.toLocaleString()}</span>
  </button>
)

type FacetRowProps<T extends string> = {
  label: string
  facets: readonly Facet<T>[]
  chosen: readonly T[]
  textOf: (value: T) => string
  markOf: (value: T) => string
  onChange: (chosen: T[]) => void
}

/** As many as fit in two lines or so. */
const mostAtFirst = 10

const FacetRow = <T extends string>({ label, facets, chosen, textOf, markOf, onChange }: FacetRowProps<T>) => {
  const [showsAll, setShowsAll] = useState(false)
  if (facets.length === 0) return null
  const shown = showsAll ? facets : facets.filter(({ value }, at) => at < mostAtFirst || chosen.includes(value))
  return (
    <fieldset className={styles['row']}>
      <legend className="visually-hidden">{label}</legend>
      <span className={styles['label']} aria-hidden="true">
        {label}
      </span>
      {shown.map(({ value, count }) => (
        <Choice
          key={value}
          text={textOf(value)}
          count={count}
          mark={markOf(value)}
          isChosen={chosen.includes(value)}
          onToggle={() => onChange(toggled(chosen, value))}
        />
      ))}
      {facets.length > shown.length && (
        <button type="button" className={styles['more']} onClick={() => setShowsAll(true)}>
          {facets.length - shown.length} more
        </button>
      )}
    </fieldset>
  )
}

const weightMarks = { normal: 'other', look: 'deleted', bad: 'failed' } as const

type LogFacetsProps = {
  view: LogView
  filter: LogFilter
  /** Connections to choose between; with fewer than two there is no choice. */
  tunnels: readonly Facet<string>[]
  nameOf: (connectionId: string) => string
  onChange: (filter: LogFilter) => void
}

/** What happened, for what reason and to which tunnel, each with its count and to be chosen, several at once. */
export const LogFacets = ({ view, filter, tunnels, nameOf, onChange }: LogFacetsProps) => (
  <div className={styles['facets']}>
    {tunnels.length > 1 && (
      <FacetRow
        label="Tunnel"
        facets={tunnels}
        chosen={filter.tunnels}
        textOf={nameOf}
        markOf={() => 'none'}
        onChange={(chosen) => onChange({ ...filter, tunnels: chosen })}
      />
    )}
    <FacetRow
      label="Event"
      facets={view.kinds}
      chosen={filter.kinds}
      textOf={(kind) => kindWords[kind].text}
      markOf={(kind) => kind}
      onChange={(chosen) => onChange({ ...filter, kinds: chosen })}
    />
    <FacetRow
      label="Reason"
      facets={view.reasons}
      chosen={filter.reasons}
      textOf={(reason) => reason}
      markOf={(reason) => weightMarks[findReason(reason)?.weight ?? 'look']}
      onChange={(chosen) => onChange({ ...filter, reasons: chosen })}
    />
  </div>
)
