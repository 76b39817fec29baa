import { AppLink } from '../../ui/AppLink.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { tagTexts } from '../../ui/table/tag-column.ts'
import { TagList } from '../../ui/TagList.tsx'
import type { Tagged } from './tagged.ts'
import { pathOf, tagTypes } from './tag-types.ts'

const words = new Map(tagTypes.map(({ type, one }) => [type, one.charAt(0).toUpperCase() + one.slice(1)]))

export const taggedColumns = (cloudId: string): Column<Tagged>[] => [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ type, id, name }) => <AppLink to={pathOf(cloudId, type, id)}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 200,
  },
  { id: 'type', header: 'Type', value: ({ type }) => words.get(type) ?? type, filter: 'choice', minWidth: 160 },
  {
    id: 'tags',
    header: 'Tags',
    value: tagTexts,
    cell: ({ tags }) => (tags.length === 0 ? '–' : <TagList tags={tags} />),
    filter: 'text',
    minWidth: 320,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id, name }) => <CopyableId value={id} what={`the id of ${name}`} />,
    filter: 'text',
    isHidden: true,
    minWidth: 330,
  },
]
