import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCloudId, useOperation } from '../../api/operation-query.ts'
import { accessPolicyList, vpnUserGroupList, vpnUserList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { followTask } from '../../api/tasks.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { obstaclesOf, type Obstacle } from './in-the-way.ts'
import { isGone } from '../../api/gone.ts'
import { serverOfGateway } from './p2c-gateway-queries.ts'

type DeleteP2cGatewayProps = { gateway: P2cVpnGateway; onClose: () => void; onSent?: () => void }

/** Enough to see what it is about. */
const mostNames = 3

const namesText = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`
    : names.join(', ')

type InTheWayProps = { name: string; server: VpnServer; obstacles: readonly Obstacle[]; onClose: () => void }

/** What has to go first, each with the way to it. */
const InTheWay = ({ name, server, obstacles, onClose }: InTheWayProps) => {
  const page = paths.vpnServer({ cloudId: useCloudId(), serverId: server.id })
  return (
    <Modal
      visible
      header={`${name} cannot be deleted yet`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button formAction="none" variant="primary" onClick={onClose}>
            Close
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <Box>The cloud deletes a gateway only when its server is empty. Delete these first:</Box>
        <ul aria-label={`In the way of deleting ${name}`}>
          {obstacles.map(({ tab, words, names }) => (
            <li key={tab}>
              <AppLink to={`${page}?tab=${tab}`}>{words}</AppLink>: {namesText(names)}
            </li>
          ))}
        </ul>
      </SpaceBetween>
    </Modal>
  )
}

/** Looked at anew: something may have been made since. */
const anew = { staleTime: 0 }

const useContents = (cloudId: string, gatewayId: string) => {
  const denied = useDenied()
  const servers = useQuery({
    ...serverOfGateway(cloudId, gatewayId),
    ...anew,
    enabled: denied('listVpnServersByVgw') === undefined,
  })
  const server = servers.data?.vpn_servers[0]
  const [serverId, isThere] = [server?.id ?? '', server !== undefined]
  const users = useQuery({
    ...vpnUserList(cloudId, serverId),
    ...anew,
    enabled: isThere && denied('listVpnUsers') === undefined,
  })
  const groups = useQuery({
    ...vpnUserGroupList(cloudId, serverId),
    ...anew,
    enabled: isThere && denied('listVpnUserGroups') === undefined,
  })
  const policies = useQuery({
    ...accessPolicyList(cloudId, serverId),
    ...anew,
    enabled: isThere && denied('listVpnAccessPolicies') === undefined,
  })
  const isLoading = [servers, users, groups, policies].some((query) => query.isLoading)
  const contents = {
    users: users.data,
    groups: groups.data,
    policies: policies.data,
    cas: server?.client_ca_certificates,
  }
  return { server, isLoading, obstacles: obstaclesOf(contents) }
}

const Consequence = ({ gateway, server }: { gateway: P2cVpnGateway; server: VpnServer | undefined }) => {
  const address = gateway.eip?.ip_address
  const online = gateway.current_connection_number ?? 0
  const clients = online === 1 ? '1 client that is connected is' : `${online} clients that are connected are`
  return (
    <SpaceBetween size="xs">
      <div>
        The gateway goes for good{address === undefined ? '' : ` and stops answering at ${address}`}.
        {server && ' Its server goes with it, and no client profile made for it works any more.'}
      </div>
      {online > 0 && <div>{clients} cut off.</div>}
      {gateway.order_id !== undefined && (
        <div>It is paid for by year or month: the cloud refuses to delete it before it is unsubscribed.</div>
      )}
      <div>Look at your EIPs afterwards: one that is still there is still paid for.</div>
    </SpaceBetween>
  )
}

export default function DeleteP2cGateway({ gateway, onClose, onSent }: DeleteP2cGatewayProps) {
  const cloudId = useCloudId()
  const { id, name } = gateway
  const remove = useOperation('deleteP2cVgw', {
    refreshes: ['listP2cVgws', 'showP2cVgw', 'listVpnServersByProject', 'listPublicips', 'listSubnets'],
  })
  const { server, isLoading, obstacles } = useContents(cloudId, id)
  // A moment without a dialog is better than one that turns into another while somebody types.
  if (isLoading) return null
  if (server && obstacles.length > 0) {
    return <InTheWay name={name} server={server} obstacles={obstacles} onClose={onClose} />
  }

  const follow = () => {
    // The task waits for the 404: right after the request the status may still say that it runs.
    followTask({ cloudId, kind: 'delete', resource: 'p2c-gateway', resourceId: id, name })
    onClose()
    onSent?.()
  }

  return (
    <ConfirmDelete
      thing="Point-to-Cloud gateway"
      name={name}
      asksForName
      consequence={<Consequence gateway={gateway} server={server} />}
      isPending={remove.isPending}
      // A 404 is success: another tab may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { p2c_vgw_id: id } },
          {
            onSuccess: follow,
            onError: (error) => {
              if (isGone(error)) follow()
            },
          },
        )
      }
    />
  )
}
