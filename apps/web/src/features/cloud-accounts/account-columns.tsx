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
    minWidth: 130,
  },
  {
    id: 'state',
    header: 'State',
    value: (account) => accountState(account).words,
    cell: (account) => <AccountState account={account} isBrief />,
    filter: 'choice',
    minWidth: 165,
  },
  { id: 'vendor', header: 'Vendor', value: ({ vendor }) => vendorWords(vendor), filter: 'choice', minWidth: 120 },
  {
    id: 'region',
    header: 'Region and project',
    value: ({ region }) => region,
    cell: ({ region, project_id }) => (
      <TwoLines
        first={region}
        second={project_id === '' ? 'Project looked up when needed' : <span className="mono">{project_id}</span>}
      />
    ),
    filter: 'choice',
    minWidth: 235,
  },
  {
    id: 'project',
    header: 'Project id',
    value: ({ project_id }) => project_id,
    cell: ({ project_id }) => <span className="mono">{project_id}</span>,
    filter: 'text',
    isHidden: true,
    minWidth: 260,
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
    minWidth: 140,
  },
  { id: 'source', header: 'From', value: ({ source }) => sourceWords(source), filter: 'choice', minWidth: 110 },
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
