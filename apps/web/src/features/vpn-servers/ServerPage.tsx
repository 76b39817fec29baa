import { seesServersOnly, serverRefuses } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import { useQuery } from '@tanstack/react-query'
import { lazy } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { invalidate, useCloudId } from '../../api/operation-query.ts'
import { serverList } from '../../api/p2c-lists.ts'
import { useDenied, useSession } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { DetailTabs, type DetailTab } from '../../ui/DetailTabs.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { loadGateway, loadServer, useServer, useServerGateway } from './server-queries.ts'
import { hasUsers, serverName } from './server-words.ts'
import { ServerOverview } from './details/ServerOverview.tsx'

const UsersTab = lazy(() => import('../vpn-users/UsersTab.tsx'))
const GroupsTab = lazy(() => import('../vpn-user-groups/GroupsTab.tsx'))
const PoliciesTab = lazy(() => import('../access-policies/PoliciesTab.tsx'))
const ClientCasTab = lazy(() => import('../client-cas/ClientCasTab.tsx'))
const ClientConfigurationTab = lazy(() => import('../client-configuration/ClientConfigurationTab.tsx'))
const SessionsTab = lazy(() => import('../client-sessions/ServerSessionsTab.tsx'))

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  await loadGateway(request, cloudId, await loadServer(request, cloudId, params['serverId'] ?? ''))
  return null
}

export const crumb = function ServerCrumb() {
  const { serverId } = useParams()
  const { data } = useQuery(serverList(useCloudId()))
  const server = data?.find(({ id }) => id === serverId)
  const gateway = useServerGateway(server?.p2c_vgw_id)
  return server ? serverName(server, gateway) : 'VPN server'
}

export default function ServerPage() {
  const cloudId = useCloudId()
  const { serverId = '' } = useParams()
  const denied = useDenied()
  const { clouds } = useSession()
  const { server, staleSince, refetch, isFetching } = useServer(serverId)
  const gateway = useServerGateway(server.p2c_vgw_id)
  const name = serverName(server, gateway)
  const shared = { server, gateway }

  const people = [
    { id: 'users', label: 'Users', content: <UsersTab {...shared} />, disabledReason: denied('listVpnUsers') },
    {
      id: 'groups',
      label: 'User groups',
      content: <GroupsTab {...shared} />,
      disabledReason: denied('listVpnUserGroups'),
    },
    {
      id: 'policies',
      label: 'Access policies',
      content: <PoliciesTab {...shared} />,
      disabledReason: denied('listVpnAccessPolicies'),
    },
  ]

  const tabs: DetailTab[] = [
    { id: 'overview', label: 'Overview', content: <ServerOverview server={server} gateway={gateway} /> },
    // The service refuses users where it does not ask for their passwords.
    ...(hasUsers(server) ? people : []),
    // Client CAs are taken by each server: one that is to move to certificates has them before.
    {
      id: 'client-cas',
      label: 'Client CAs',
      content: <ClientCasTab {...shared} />,
      disabledReason: denied('showClientCa'),
    },
    {
      id: 'client-configuration',
      label: 'Client configuration',
      content: <ClientConfigurationTab {...shared} />,
      disabledReason: denied('exportClientConfig'),
    },
    {
      id: 'sessions',
      label: 'Sessions',
      content: <SessionsTab {...shared} />,
      disabledReason: denied('listP2cVgwConnections'),
    },
  ]
  // Who was given single servers is shown no parts that are not for him.
  const grants = clouds.find(({ id }) => id === cloudId)?.grants
  const onlyServers = grants !== undefined && seesServersOnly(grants)

  return (
    <KitWords>
      <PageHeader
        title={`VPN server of ${name}`}
        description="Remote access over SSL VPN"
        actions={
          <>
            <StaleNotice since={staleSince} onRetry={() => void refetch()} isRetrying={isFetching} />
            <Button
              formAction="none"
              iconName="refresh"
              ariaLabel={`Refresh the server of ${name}`}
              loading={isFetching}
              onClick={() =>
                void invalidate(
                  cloudId,
                  'listVpnServersByProject',
                  'showP2cVgw',
                  'listVpnUsers',
                  'listVpnUserGroups',
                  'listVpnAccessPolicies',
                  'listP2cVgwConnections',
                )
              }
            />
            <ActionButton
              variant="primary"
              to={paths.vpnServerEdit({ cloudId, serverId })}
              disabledReason={denied('updateVpnServer') ?? serverRefuses(server)}
            >
              Edit
            </ActionButton>
          </>
        }
      />
      <DetailTabs
        label={`Parts of the server of ${name}`}
        tabs={onlyServers ? tabs.filter((tab) => tab.disabledReason === undefined) : tabs}
      />
    </KitWords>
  )
}
