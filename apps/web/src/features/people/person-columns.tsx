import type { PersonView } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Lines } from '../../ui/Lines.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { isoOf, sourceWords, stateWords } from './person-words.ts'
import { PersonState } from './PersonState.tsx'

export const personColumns: readonly Column<PersonView>[] = [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name, contact }) => (
      <TwoLines first={<AppLink to={paths.person(id)}>{name}</AppLink>} second={contact} />
    ),
    filter: 'text',
    isRowHeader: true,
    minWidth: 160,
  },
  {
    id: 'state',
    header: 'State',
    value: ({ state }) => stateWords(state).words,
    cell: (person) => <PersonState person={person} />,
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'roles',
    header: 'Roles',
    value: ({ roles }) => roles,
    cell: ({ roles, source }) => {
      if (roles.length > 0) return <Lines values={roles} />
      return source === 'sso' ? 'Those of the groups' : 'None'
    },
    filter: 'choice',
    minWidth: 130,
  },
  { id: 'source', header: 'Signs in by', value: ({ source }) => sourceWords(source), filter: 'choice', minWidth: 110 },
  {
    id: 'second-factor',
    header: 'Second factor',
    value: ({ has_second_factor }) => (has_second_factor ? 'Yes' : 'No'),
    filter: 'choice',
    minWidth: 120,
  },
  {
    id: 'last-sign-in',
    header: 'Last sign-in',
    value: ({ last_sign_in_at }) => isoOf(last_sign_in_at),
    cell: ({ last_sign_in_at }) =>
      last_sign_in_at === undefined ? 'Never' : <Timestamp value={isoOf(last_sign_in_at)} />,
    minWidth: 110,
  },
  { id: 'contact', header: 'Contact', value: ({ contact }) => contact, filter: 'text', isHidden: true, minWidth: 150 },
  {
    id: 'created',
    header: 'Added',
    value: ({ created_at }) => isoOf(created_at),
    cell: ({ created_at }) => <Timestamp value={isoOf(created_at)} />,
    isHidden: 'narrow',
    minWidth: 100,
  },
]
