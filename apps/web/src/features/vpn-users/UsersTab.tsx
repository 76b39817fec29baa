import type { P2cVpnGateway, VpnServer, VpnUser } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { nextPollMs, staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { errorText } from '../../ui/error-words.ts'
import { Menu } from '../../ui/Menu.tsx'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import { compareValues } from '../../ui/table/columns.ts'
import { ResourceTable } from '../../ui/table/ResourceTable.tsx'
import { onlineUsers } from './online.ts'
import { OtherModeNotice } from './OtherModeNotice.tsx'
import { userColumns } from './user-columns.tsx'
import { isDenied, onlinePollMs, p2cConnectionList, userPollMs, vpnUserList } from './user-queries.ts'
import { countUsers, otherMode, roomRefusal, roomWords } from './user-words.ts'

const UserDialog = lazy(() => import('./UserDialog.tsx'))
const InvitationsDialog = lazy(() => import('./invitations/InvitationsDialog.tsx'))

type UsersTabProps = { server: VpnServer; gateway: P2cVpnGateway | undefined }

type Dialog = { action: 'delete' | 'reset' | 'invite'; ids: ReadonlySet<string> }

const nothing: ReadonlySet<string> = new Set()
const idOf = ({ id }: VpnUser) => id
const nameOf = ({ name }: VpnUser) => name

/** Who is connected to the server's gateway, and why that is not known. */
const useOnline = ({ p2c_vgw_id: gatewayId }: VpnServer) => {
  const denial = useDenied()('listP2cVgwConnections')
  const query = useQuery({
    ...p2cConnectionList(useCloudId(), gatewayId ?? ''),
    enabled: gatewayId !== undefined && denial === undefined,
    select: onlineUsers,
    refetchInterval: ({ state }) => nextPollMs(onlinePollMs, state.error),
  })
  // Who may look no more knows no more; after any other failure the last answer stands, with its age.
  const online = denial !== undefined || isDenied(query.error) ? undefined : query.data
  const failure = online === undefined && query.error ? errorText(query.error) : undefined
  return { online, whyUnknown: denial ?? failure, query }
}

const Users = ({ server, gateway }: UsersTabProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const denial = denied('listVpnUsers')
  const users = useQuery({
    ...vpnUserList(cloudId, server.id),
    enabled: denial === undefined,
    refetchInterval: ({ state }) => nextPollMs(userPollMs, state.error),
  })
  const { online, whyUnknown, query: connections } = useOnline(server)
  const columns = useMemo(() => userColumns(cloudId, server.id, online), [cloudId, server.id, online])
  const [chosenIds, setChosenIds] = useState(nothing)
  const [dialog, setDialog] = useState<Dialog>()
  const [isListOpen, setListOpen] = useState(false)
  const usersOf = (ids: ReadonlySet<string>) =>
    (users.data ?? []).filter(({ id }) => ids.has(id)).toSorted((a, b) => compareValues(a.name, b.name))
  // What is gone meanwhile is chosen no more.
  const chosen = usersOf(chosenIds)
  const full = roomRefusal(users.data?.length, gateway)

  if (denial !== undefined) {
    return (
      <Alert type="info" header="The users are not shown">
        {denial}
      </Alert>
    )
  }

  const importButton = (
    <ActionButton
      to={paths.vpnUserImport({ cloudId, serverId: server.id })}
      disabledReason={denied('batchCreateVpnUsers')}
    >
      Import users
    </ActionButton>
  )
  const createButton = (
    <ActionButton
      variant="primary"
      to={paths.vpnUserNew({ cloudId, serverId: server.id })}
      disabledReason={denied('createVpnUser') ?? full}
    >
      Create user
    </ActionButton>
  )
  const stale = staleSince(users) ?? staleSince(connections)

  return (
    <>
      <ResourceTable
        id="vpn-users"
        urlPrefix="users-"
        words={{ one: 'user', many: 'users' }}
        items={users.data}
        columns={columns}
        idOf={idOf}
        nameOf={nameOf}
        sortedBy="name"
        error={users.error}
        onRetry={() => void users.refetch()}
        selected={chosenIds}
        onSelect={setChosenIds}
        header={
          <Header
            variant="h2"
            description={
              <>
                {roomWords(users.data?.length, gateway)}
                {whyUnknown !== undefined && ` Who is online is not known: ${whyUnknown}`}
              </>
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <StaleNotice
                  since={stale}
                  onRetry={() => {
                    void users.refetch()
                    void connections.refetch()
                  }}
                  isRetrying={users.isFetching || connections.isFetching}
                />
                <ActionButton disabledReason={denied('resetVpnUserPassword')} onClick={() => setListOpen(true)}>
                  Invitations
                </ActionButton>
                {importButton}
                {createButton}
              </SpaceBetween>
            }
          >
            Users
          </Header>
        }
        tools={
          <Menu
            look="button"
            button={chosen.length === 0 ? 'With chosen' : `With ${countUsers(chosen.length)}`}
            disabledReason={chosen.length === 0 ? 'Choose users first.' : undefined}
            actions={[
              {
                id: 'invite',
                text: 'Invite',
                disabledReason: denied('resetVpnUserPassword'),
                onChoose: () => setDialog({ action: 'invite', ids: chosenIds }),
              },
              {
                id: 'delete',
                text: 'Delete',
                disabledReason: denied(chosen.length === 1 ? 'deleteVpnUser' : 'batchDeleteVpnUsers'),
                onChoose: () => setDialog({ action: 'delete', ids: chosenIds }),
              },
              { id: 'clear', text: 'Choose none', onChoose: () => setChosenIds(nothing) },
            ]}
          />
        }
        empty={{
          text: 'Everybody who connects needs a user of his own. Create them one by one, or import a sheet of them.',
          action: (
            <SpaceBetween direction="horizontal" size="xs">
              {importButton}
              {createButton}
            </SpaceBetween>
          ),
        }}
        actionsOf={({ id }) => [
          {
            id: 'edit',
            text: 'Edit',
            to: paths.vpnUserEdit({ cloudId, serverId: server.id, userId: id }),
            disabledReason: denied('updateVpnUser'),
          },
          {
            id: 'invite',
            text: 'Invite',
            onChoose: () => setDialog({ action: 'invite', ids: new Set([id]) }),
            disabledReason: denied('resetVpnUserPassword'),
          },
          {
            id: 'reset',
            text: 'Reset password',
            onChoose: () => setDialog({ action: 'reset', ids: new Set([id]) }),
            disabledReason: denied('resetVpnUserPassword'),
          },
          {
            id: 'delete',
            text: 'Delete',
            onChoose: () => setDialog({ action: 'delete', ids: new Set([id]) }),
            disabledReason: denied('deleteVpnUser'),
          },
        ]}
      />
      <Suspense>
        {isListOpen && (
          <InvitationsDialog
            serverId={server.id}
            serverName={gateway?.name ?? server.id}
            onClose={() => setListOpen(false)}
          />
        )}
        {dialog && (
          <UserDialog
            action={dialog.action}
            serverId={server.id}
            users={usersOf(dialog.ids)}
            online={online}
            onClose={() => setDialog(undefined)}
            onDeleted={() => {
              setDialog(undefined)
              setChosenIds(nothing)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

/** The users of a server: who is online, in which group, with which address. */
export default function UsersTab({ server, gateway }: UsersTabProps) {
  const mode = otherMode(server)
  return mode ? <OtherModeNotice mode={mode} serverId={server.id} /> : <Users server={server} gateway={gateway} />
}
