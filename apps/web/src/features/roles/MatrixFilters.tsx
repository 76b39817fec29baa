import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import type { ReactNode } from 'react'
import { useSearchChange } from '../../ui/use-search-change.ts'
import type { MatrixFilter } from './matrix-filter.ts'
import styles from './MatrixFilters.module.css'
import { resources } from './role-rows.ts'

const everything = { value: '', label: 'All resources' }
const resourceOptions = [everything, ...resources.map((value) => ({ value, label: value }))]
const showsOptions = [
  { value: '', label: 'May and may not' },
  { value: 'may', label: 'What it may do' },
  { value: 'may-not', label: 'What it may not do' },
]

type MatrixFiltersProps = {
  filter: MatrixFilter
  count: string
  /** For the page of one role: by what it may do. */
  hasShows?: boolean
  children?: ReactNode
}

/** Narrows the operations by words, resource and outcome; what is chosen is in the URL. */
export const MatrixFilters = ({ filter, count, hasShows = false, children }: MatrixFiltersProps) => {
  const [, change] = useSearchChange()
  return (
    <div className={styles['filters']}>
      <div className={styles['find']}>
        <Input
          type="search"
          value={filter.find}
          ariaLabel="Find operations"
          placeholder="Find operations, actions"
          clearAriaLabel="Clear"
          onChange={({ detail }) => change({ find: detail.value }, { replace: true })}
        />
      </div>
      <div className={styles['choice']}>
        <Select
          ariaLabel="Resource"
          selectedOption={resourceOptions.find(({ value }) => value === filter.resource) ?? everything}
          options={resourceOptions}
          filteringType="auto"
          filteringAriaLabel="Find resources"
          onChange={({ detail }) => change({ resource: detail.selectedOption.value ?? '' })}
        />
      </div>
      {hasShows && (
        <div className={styles['choice']}>
          <Select
            ariaLabel="Outcome"
            selectedOption={showsOptions.find(({ value }) => value === filter.shows) ?? null}
            options={showsOptions}
            onChange={({ detail }) => change({ shows: detail.selectedOption.value ?? '' })}
          />
        </div>
      )}
      {children}
      <output className={styles['count']}>{count}</output>
    </div>
  )
}
