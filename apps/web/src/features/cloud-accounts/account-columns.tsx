import type { CloudAccountView } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { accountState, credentialWords, isoOf, sourceWords, vendorWords } from './account-words.ts'
import { AccountState } from './AccountState.tsx'

export const accountColumns: readonly Column<CloudAccountView>[] = [
  {
    id: 'name',
    header: 'Name',
    value: ({ name }) => name,
    cell: ({ id, name }) => <AppLink to={paths.cloudAccount(id)}>{name}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 150,
  },
  {
    id: 'state',
    header: 'State',
    value: (account) => accountState(account).words,
    cell: (account) => <AccountState account={account} isBrief />,
    filter: 'choice',
    minWidth: 170,
  },
  { id: 'vendor', header: 'Vendor', value: ({ vendor }) => vendorWords(vendor), filter: 'choice', minWidth: 130 },
  { id: 'region', header: 'Region', value: ({ region }) => region, filter: 'choice', minWidth: 110 },
  {
    id: 'project',
    header: 'Project id',
    value: ({ project_id }) => project_id,
    cell: ({ project_id }) =>
      project_id === '' ? 'Looked up when needed' : <span className="mono">{project_id}</span>,
    filter: 'text',
    minWidth: 160,
  },
  {
    id: 'keys',
    header: 'Keys since',
    value: ({ credentials }) => isoOf(credentials.entered_at),
    cell: ({ credentials }) => (
      <TwoLines
        first={<Timestamp value={isoOf(credentials.entered_at)} />}
        second={credentialWords(credentials.kind)}
      />
    ),
    minWidth: 150,
  },
  { id: 'source', header: 'From', value: ({ source }) => sourceWords(source), filter: 'choice', minWidth: 120 },
  {
    id: 'tested',
    header: 'Tested',
    value: ({ last_check }) => isoOf(last_check?.checked_at),
    cell: ({ last_check }) => <Timestamp value={isoOf(last_check?.checked_at)} />,
    isHidden: 'narrow',
    minWidth: 110,
  },
  {
    id: 'id',
    header: 'Id in links',
    value: ({ id }) => id,
    cell: ({ id }) => <span className="mono">{id}</span>,
    filter: 'text',
    isHidden: true,
    minWidth: 150,
  },
]
