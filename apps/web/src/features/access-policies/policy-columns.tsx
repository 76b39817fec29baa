import type { VpnAccessPolicy } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Lines } from '../../ui/Lines.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { isDefaultPolicy } from './policy-form.ts'

export const policyColumns = (cloudId: string, serverId: string): Column<VpnAccessPolicy>[] => {
  const groups = `${paths.vpnServer({ cloudId, serverId })}?tab=groups`
  return [
    { id: 'name', header: 'Name', value: ({ name }) => name, filter: 'text', isRowHeader: true, minWidth: 160 },
    {
      id: 'kind',
      header: 'Kind',
      value: (policy) => (isDefaultPolicy(policy) ? 'Default, protected' : 'Your own'),
      cell: (policy) => (
        <TwoLines
          first={isDefaultPolicy(policy) ? 'Default' : 'Your own'}
          second={isDefaultPolicy(policy) ? 'Protected: the service’s own' : undefined}
        />
      ),
      filter: 'choice',
      minWidth: 130,
    },
    {
      id: 'group',
      header: 'User group',
      value: ({ user_group_id, user_group_name }) => user_group_name ?? user_group_id,
      cell: ({ user_group_id: id, user_group_name: name }) =>
        id === undefined ? '–' : <AppLink to={`${groups}&group=${encodeURIComponent(id)}`}>{name ?? id}</AppLink>,
      filter: 'choice',
      minWidth: 140,
    },
    {
      id: 'destinations',
      header: 'Destinations',
      value: ({ dest_ip_cidrs }) => dest_ip_cidrs,
      cell: ({ dest_ip_cidrs = [] }) => (
        <span className="mono">
          <Lines values={dest_ip_cidrs} />
        </span>
      ),
      filter: 'text',
      minWidth: 160,
    },
    {
      id: 'description',
      header: 'Description',
      value: ({ description }) => description,
      filter: 'text',
      minWidth: 150,
    },
    {
      id: 'created',
      header: 'Created',
      value: ({ created_at }) => created_at,
      cell: ({ created_at }) => <Timestamp value={created_at} />,
      isHidden: 'narrow',
    },
  ]
}
