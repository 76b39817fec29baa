import { useQuery } from '@tanstack/react-query'
import { useFormContext, useWatch } from 'react-hook-form'
import { enterpriseProjectList } from '../../api/lists.ts'
import { p2cGatewayList, serverList, vpnUserList } from '../../api/p2c-lists.ts'
import { useSession } from '../../api/session.ts'
import { SelectField } from '../form/SelectField.tsx'
import { ObjectPicker } from '../pickers/ObjectPicker.tsx'
import type { GrantFormValues } from './grant-form.ts'

const ProjectField = ({ cloudId }: { cloudId: string }) => {
  const list = useQuery(enterpriseProjectList(cloudId))
  const others = (list.data ?? []).filter(({ id }) => id !== '0')
  return (
    <ObjectPicker<GrantFormValues>
      name="scopeId"
      label="Enterprise project"
      many="enterprise projects"
      list={list}
      options={[
        // It is there even where the list is not.
        { value: '0', label: 'default', description: '0' },
        ...others.map(({ id, name }) => ({ value: id, label: name ?? id, description: id })),
      ]}
    />
  )
}

const ServerField = ({ cloudId, onPick }: { cloudId: string; onPick: () => void }) => {
  const list = useQuery(serverList(cloudId))
  const gateways = useQuery(p2cGatewayList(cloudId)).data
  return (
    <ObjectPicker<GrantFormValues>
      name="scopeId"
      label="VPN server"
      many="VPN servers"
      list={list}
      options={(list.data ?? []).map(({ id, client_cidr: cidr, p2c_vgw_id: gatewayId }) => ({
        value: id,
        // A server has no name of its own: it goes by its gateway's.
        label: gateways?.find((gateway) => gateway.id === gatewayId)?.name ?? cidr ?? id,
        description: cidr ? `${cidr} · ${id}` : id,
      }))}
      onPick={onPick}
    />
  )
}

const VpnUserField = ({ cloudId, serverId }: { cloudId: string; serverId: string }) => {
  const list = useQuery(vpnUserList(cloudId, serverId))
  return (
    <ObjectPicker<GrantFormValues>
      name="vpnUserId"
      label="VPN user"
      many="VPN users"
      list={list}
      options={(list.data ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
    />
  )
}

/** The parts of the chosen kind of scope, each by name or by its id. */
export const ScopeFields = () => {
  const { clouds } = useSession()
  const { setValue } = useFormContext<GrantFormValues>()
  const [scope, cloudId, serverId] = useWatch<GrantFormValues, ['scope', 'cloudId', 'scopeId']>({
    name: ['scope', 'cloudId', 'scopeId'],
  })
  if (scope === '' || scope === 'all') return null
  const isOfServer = scope === 'server' || scope === 'vpn-user'
  return (
    <>
      <SelectField<GrantFormValues>
        name="cloudId"
        label="Cloud"
        options={clouds.map(({ id, name, region, hasP2c }) => ({
          value: id,
          label: name,
          description: region,
          ...(isOfServer && !hasP2c && { disabled: true, disabledReason: 'It offers no Point-to-Cloud VPN.' }),
        }))}
        isFiltered={clouds.length > 8}
        empty="There are no clouds."
        onPick={() => {
          setValue('scopeId', '')
          setValue('vpnUserId', '')
        }}
      />
      {cloudId !== '' && scope === 'enterprise-project' && <ProjectField cloudId={cloudId} />}
      {cloudId !== '' && isOfServer && <ServerField cloudId={cloudId} onPick={() => setValue('vpnUserId', '')} />}
      {cloudId !== '' && serverId !== '' && scope === 'vpn-user' && (
        <VpnUserField cloudId={cloudId} serverId={serverId} />
      )}
    </>
  )
}
