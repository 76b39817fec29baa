import { ApiError, serverRefuses, type VpnServer } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { subnetList } from '../../api/lists.ts'
import { invalidate, load, useCloudId } from '../../api/operation-query.ts'
import { serverList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { followTask } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { knownFacts } from './create/use-server-facts.ts'
import { ServerEditFields } from './edit/ServerEditFields.tsx'
import { readLeavingRefusal } from './edit/read-people.ts'
import {
  editRefusalOf,
  editValuesOf,
  serverChanges,
  serverEditSchema,
  toUpdateBody,
  type ServerEditValues,
} from './edit/server-edit-form.ts'
import { loadGateway, loadServer, useServer, useServerGateway } from './server-queries.ts'
import { serverName } from './server-words.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  const server = await loadServer(request, cloudId, params['serverId'] ?? '')
  const vpcId = (await loadGateway(request, cloudId, server))?.vpc_id
  if (vpcId === undefined) return null
  try {
    await load(request, subnetList(cloudId, vpcId))
  } catch (error) {
    // Whoever may not list subnets types them.
    if (!(error instanceof ApiError)) throw error
  }
  return null
}

export const crumb = function ServerEditCrumb() {
  const { serverId } = useParams()
  const { data } = useQuery(serverList(useCloudId()))
  const server = data?.find(({ id }) => id === serverId)
  const gateway = useServerGateway(server?.p2c_vgw_id)
  return server ? `Edit ${serverName(server, gateway)}` : 'Edit VPN server'
}

const save = async (cloudId: string, server: VpnServer, name: string, values: ServerEditValues): Promise<string> => {
  const params = { vpn_server_id: server.id }
  await call(cloudId, 'updateVpnServer', { params, body: toUpdateBody(values, server) })
  followTask({ cloudId, kind: 'update', resource: 'vpn-server', resourceId: server.id, name })
  // With another sign-in, users, groups and policies come or go.
  await invalidate(
    cloudId,
    'listVpnServersByProject',
    'listVpnServersByVgw',
    'listVpnUsers',
    'listVpnUserGroups',
    'listVpnAccessPolicies',
  )
  return paths.vpnServer({ cloudId, serverId: server.id })
}

export default function ServerEditPage() {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { serverId = '' } = useParams()
  const now = useServer(serverId).server
  const gateway = useServerGateway(now.p2c_vgw_id)
  const gatewayId = now.p2c_vgw_id ?? ''
  // What the form began with: a refresh meanwhile must not make what was typed look like a change back.
  const [server] = useState(now)
  const [defaultValues] = useState(() =>
    editValuesOf(server, queryClient.getQueryData(subnetList(cloudId, gateway?.vpc_id ?? '').queryKey) ?? []),
  )
  const draftKey = `vpn-server.${serverId}`
  const schema = useMemo(
    () =>
      serverEditSchema(
        server,
        ({ typedRoutes }) => knownFacts(cloudId, { gatewayId, typedRoutes }),
        () => readLeavingRefusal(cloudId, server),
      ),
    [cloudId, gatewayId, server],
  )
  const form = useDraftForm<ServerEditValues>({ draftKey, schema, defaultValues })
  useWatch({ control: form.control })
  const changes = serverChanges(form.getValues(), server)
  const name = serverName(server, gateway)

  return (
    <FormShell
      title={`Edit the VPN server of ${name}`}
      description="Its gateway, protocol and compression are fixed; client CAs have a tab of their own."
      form={form}
      draftKey={draftKey}
      submit={(values) => save(cloudId, server, name, values)}
      errorFields={(error) => {
        const found = error instanceof ApiError ? editRefusalOf(error, form.getValues()) : undefined
        return found ? [found] : []
      }}
      submitText={`Save the server of ${name}`}
      disabledReason={
        denied('updateVpnServer') ??
        serverRefuses(now) ??
        (changes.length === 0 ? 'Nothing is changed yet.' : undefined)
      }
      errorTitle={`The server of ${name} was not changed`}
      cancelTo={paths.vpnServer({ cloudId, serverId })}
      calls={(values) =>
        serverChanges(values, server).length === 0
          ? []
          : [
              {
                name: 'updateVpnServer',
                input: { params: { vpn_server_id: serverId }, body: toUpdateBody(values, server) },
              },
            ]
      }
    >
      <ServerEditFields server={server} gateway={gateway} changes={changes} />
    </FormShell>
  )
}
