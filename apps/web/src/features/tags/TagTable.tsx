import Box from '@cloudscape-design/components/box'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { VpnResourceTag } from '@vpn-console/api-client'
import type { ReactNode } from 'react'

const columns: TableProps.ColumnDefinition<VpnResourceTag>[] = [
  { id: 'key', header: 'Key', isRowHeader: true, cell: ({ key }) => key, width: '40%' },
  { id: 'value', header: 'Value', cell: ({ value }) => (value === '' ? '–' : value) },
]

type TagTableProps = {
  tags: readonly VpnResourceTag[]
  title: string
  label: string
  counter?: string
  description?: string
  empty: string
  actions?: ReactNode
}

/** Tags to be read. */
export const TagTable = ({ tags, title, label, counter, description, empty, actions }: TagTableProps) => (
  <Table
    trackBy="key"
    items={tags}
    columnDefinitions={columns}
    wrapLines
    ariaLabels={{ tableLabel: label }}
    header={
      <Header
        variant="h2"
        {...(counter !== undefined && { counter })}
        {...(description !== undefined && { description })}
        {...(actions !== undefined && {
          actions: (
            <SpaceBetween direction="horizontal" size="xs">
              {actions}
            </SpaceBetween>
          ),
        })}
      >
        {title}
      </Header>
    }
    empty={<Box color="text-body-secondary">{empty}</Box>}
  />
)
