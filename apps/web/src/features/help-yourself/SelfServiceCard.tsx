import type { VpnServer } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { consoleCall, consoleQuery } from '../../api/console-call.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { FormError } from '../../ui/FormError.tsx'
import { Loading } from '../../ui/Loading.tsx'
import styles from './HelpYourself.module.css'

const InvitePeople = lazy(() => import('../vpn-users/invitations/InvitePeople.tsx'))
const InvitationsDialog = lazy(() => import('../vpn-users/invitations/InvitationsDialog.tsx'))

type CardProps = { server: VpnServer; name: string }

const addressOf = (path: string) => new URL(path, window.location.origin).href

/** The page where the users of a server change their passwords: its switch and its address. */
const PortalSwitch = ({ server, name }: CardProps) => {
  const cloudId = useCloudId()
  const client = useQueryClient()
  const params = { serverId: server.id }
  const query = consoleQuery(cloudId, 'showSelfServicePortal', { params })
  const { data, error } = useQuery(query)
  const setting = useMutation({
    mutationFn: (isOn: boolean) => consoleCall(cloudId, 'setSelfServicePortal', { params, body: { isOn } }),
    onSuccess: (portal) => client.setQueryData(query.queryKey, portal),
  })
  if (error) return <FormError title="The page for users cannot be shown" error={error} />
  if (!data) return <Loading what="the page for users" />
  return (
    <SpaceBetween size="s">
      <Toggle
        checked={data.isOn}
        disabled={setting.isPending}
        description="They need no account of the console: the cloud checks the old password."
        onChange={({ detail }) => setting.mutate(detail.checked)}
      >
        Users change their passwords themselves
      </Toggle>
      {data.isOn && data.portalId !== undefined && (
        <div className={styles['address']}>
          <CopyableId
            value={addressOf(paths.helpYourself(data.portalId))}
            what={`the address for the users of ${name}`}
          />
        </div>
      )}
      {setting.error && !setting.isPending && (
        <FormError title="The page for users was not switched" error={setting.error} />
      )}
    </SpaceBetween>
  )
}

/** Where there are no users, links to the profile are all that is to be given. */
const ProfileLinks = ({ server, name }: CardProps) => {
  const [open, setOpen] = useState<'invite' | 'list'>()
  const close = () => setOpen(undefined)
  return (
    <SpaceBetween size="s">
      <div>
        Who connects needs the profile, and signs in as the server asks for. A link takes him to the profile for his
        device.
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        <ActionButton onClick={() => setOpen('invite')}>Make links to the profile</ActionButton>
        <ActionButton onClick={() => setOpen('list')}>Links made</ActionButton>
      </SpaceBetween>
      <Suspense>
        {open === 'invite' && <InvitePeople serverId={server.id} serverName={name} onClose={close} />}
        {open === 'list' && <InvitationsDialog serverId={server.id} serverName={name} onClose={close} />}
      </Suspense>
    </SpaceBetween>
  )
}

/** What the users of a server can do without anybody's help. */
export default function SelfServiceCard(props: CardProps) {
  const deniedReason = useDenied()('resetVpnUserPassword')
  const { client_auth_type: type } = props.server
  const hasPasswords = type === undefined || type === 'LOCAL_PASSWORD'
  return (
    <Container header={<Header variant="h2">Self-service</Header>}>
      {deniedReason === undefined ? (
        hasPasswords ? (
          <PortalSwitch {...props} />
        ) : (
          <ProfileLinks {...props} />
        )
      ) : (
        <div>Whether users change their passwords themselves is not shown. {deniedReason}</div>
      )}
    </Container>
  )
}
