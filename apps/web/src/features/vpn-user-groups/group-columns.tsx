import type { VpnAccessPolicy, VpnUserGroup } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { isDefaultGroup } from './group-form.ts'

const kindWords = (group: VpnUserGroup) => (isDefaultGroup(group) ? 'Default, protected' : 'Your own')

export const groupColumns = (
  cloudId: string,
  serverId: string,
  policies: readonly VpnAccessPolicy[] | undefined,
): Column<VpnUserGroup>[] => {
  const page = paths.vpnServer({ cloudId, serverId })
  const naming = ({ id }: VpnUserGroup) => policies?.filter(({ user_group_id }) => user_group_id === id)
  return [
    {
      id: 'name',
      header: 'Name',
      value: ({ name }) => name,
      cell: ({ id, name }) => <AppLink to={`${page}?tab=groups&group=${encodeURIComponent(id)}`}>{name}</AppLink>,
      filter: 'text',
      isRowHeader: true,
      minWidth: 160,
    },
    {
      id: 'kind',
      header: 'Kind',
      value: kindWords,
      cell: (group) => (
        <TwoLines
          first={isDefaultGroup(group) ? 'Default' : 'Your own'}
          second={isDefaultGroup(group) ? 'Protected: the service’s own' : undefined}
        />
      ),
      filter: 'choice',
      minWidth: 130,
    },
    {
      id: 'members',
      header: 'Members',
      value: ({ user_number }) => user_number,
      filter: 'number',
      minWidth: 100,
    },
    {
      id: 'policies',
      header: 'Access policies',
      value: (group) => naming(group)?.map(({ name }) => name),
      cell: (group) => {
        const named = naming(group)
        if (!named || named.length === 0) return '–'
        return named.map(({ id, name }) => (
          <div key={id}>
            <AppLink to={`${page}?tab=policies&policies-find=${encodeURIComponent(name)}`}>{name}</AppLink>
          </div>
        ))
      },
      filter: 'text',
      minWidth: 160,
    },
    {
      id: 'description',
      header: 'Description',
      value: ({ description }) => description,
      filter: 'text',
      minWidth: 160,
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
