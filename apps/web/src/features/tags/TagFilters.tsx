import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import type { TagFilter } from '@vpn-console/api-client'
import { useState } from 'react'
import { TagFilterRow, type KnownTags } from './TagFilterRow.tsx'
import styles from './TagFilters.module.css'
import { mostFilters, type TagQuery } from './tag-query.ts'

type TagFiltersProps = { query: TagQuery; known: KnownTags | undefined; onChange: (query: TagQuery) => void }

const complete = (rows: readonly TagFilter[]) => rows.filter(({ key }) => key !== '')

const emptyRow: TagFilter = { key: '', values: [] }

/** The question: tags of which a resource must have every one, or that it has none. */
export const TagFilters = ({ query, known, onChange }: TagFiltersProps) => {
  // A row without its key is not part of the question yet, so that it is kept here and not in the URL.
  const [rows, setRows] = useState<readonly TagFilter[]>(query.filters)
  const isForeign = JSON.stringify(complete(rows)) !== JSON.stringify(query.filters) && !query.isUntagged
  if (isForeign) setRows(query.filters)

  const change = (next: readonly TagFilter[]) => {
    setRows(next)
    onChange({ isUntagged: false, filters: complete(next) })
  }

  return (
    <Container
      header={
        <Header
          variant="h2"
          description="A resource must have every key. Of several values one is enough; without values any will do."
        >
          Find by tags
        </Header>
      }
    >
      <div className={styles['filters']}>
        <SegmentedControl
          label="What to find"
          selectedId={query.isUntagged ? 'untagged' : 'tagged'}
          options={[
            { id: 'tagged', text: 'By keys and values' },
            { id: 'untagged', text: 'Without any tag' },
          ]}
          onChange={({ detail }) => onChange({ isUntagged: detail.selectedId === 'untagged', filters: complete(rows) })}
        />
        {!query.isUntagged &&
          rows.map((filter, index) => (
            <TagFilterRow
              // Rows have no other name than their place, until their key is chosen.
              key={filter.key === '' ? `new-${index}` : filter.key}
              filter={filter}
              number={index + 1}
              known={known}
              taken={rows.filter((_, other) => other !== index).map(({ key }) => key)}
              onChange={(next) => change(rows.map((row, other) => (other === index ? next : row)))}
              onRemove={() => change(rows.filter((_, other) => other !== index))}
            />
          ))}
        {!query.isUntagged && (
          <Button
            formAction="none"
            iconName="add-plus"
            disabled={rows.length >= mostFilters || rows.some(({ key }) => key === '')}
            onClick={() => setRows([...rows, emptyRow])}
          >
            Add key
          </Button>
        )}
      </div>
    </Container>
  )
}
