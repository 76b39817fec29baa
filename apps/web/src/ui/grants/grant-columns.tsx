import type { GivenGrant } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../AppLink.tsx'
import type { Column } from '../table/columns.ts'
import { Timestamp } from '../Timestamp.tsx'
import { TwoLines } from '../TwoLines.tsx'
import { scopeWords, type ScopeNames } from './grant-words.ts'

const timeText = (at: number) => new Date(at).toISOString()

export const roleColumn: Column<GivenGrant> = {
  id: 'role',
  header: 'Role',
  value: ({ roleName }) => roleName,
  cell: ({ role, roleName }) => <AppLink to={paths.role(role)}>{roleName}</AppLink>,
  filter: 'text',
  isRowHeader: true,
}

export const subjectColumn: Column<GivenGrant> = {
  id: 'subject',
  header: 'Given to',
  value: ({ subject }) => subject.name,
  cell: ({ subject: { type, id, name } }) =>
    type === 'person' ? (
      <AppLink to={paths.person(id)}>{name}</AppLink>
    ) : (
      <TwoLines first={name} second="Group of the provider" />
    ),
  filter: 'text',
  isRowHeader: true,
}

/** Where it holds, since when and by whom. */
export const otherColumns = (names: ScopeNames): Column<GivenGrant>[] => [
  { id: 'scope', header: 'Holds for', value: ({ scope }) => scopeWords(scope, names), filter: 'text' },
  {
    id: 'given',
    header: 'Given',
    value: ({ createdAt }) => timeText(createdAt),
    cell: ({ createdAt }) => <Timestamp value={timeText(createdAt)} />,
  },
  { id: 'by', header: 'By', value: ({ createdBy }) => createdBy, filter: 'choice' },
]
