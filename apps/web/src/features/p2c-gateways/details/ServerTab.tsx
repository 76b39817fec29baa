import {
  clientCapacity,
  isSettling,
  p2cGatewayRefuses,
  type P2cVpnGateway,
  type VpnServer,
} from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { errorText } from '../../../ui/error-words.ts'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Lines } from '../../../ui/Lines.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { p2cPollInterval, serverOfGateway } from '../p2c-gateway-queries.ts'
import { signInWords } from '../p2c-gateway-words.ts'

type Part = { gateway: P2cVpnGateway }

/** Why a gateway takes no server now; a frozen or faulty one takes none either. */
const createRefusal = ({ gateway }: Part): string | undefined => p2cGatewayRefuses('update', gateway)

const NoServer = ({ gateway }: Part) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">{gateway.name} has no server yet</Box>
        <Box color="text-body-secondary">
          The server is what people connect to: it gives them addresses, checks who they are and says what they reach.
        </Box>
        <ActionButton
          variant="primary"
          to={paths.vpnServerNew({ cloudId, p2cGatewayId: gateway.id })}
          disabledReason={denied('createVpnServer') ?? createRefusal({ gateway })}
        >
          Create server
        </ActionButton>
      </SpaceBetween>
    </Box>
  )
}

const Capacity = ({ server, gateway }: Part & { server: VpnServer }) => {
  const { client_cidr } = server
  if (client_cidr === undefined) return <>–</>
  const most = gateway.max_connection_number
  return (
    <>
      <CopyableId value={client_cidr} what={`the client CIDR of ${gateway.name}`} />
      <Box color="text-body-secondary">
        Large enough for {clientCapacity(client_cidr)} connections
        {most === undefined ? '' : `; the gateway takes ${most}`}
      </Box>
    </>
  )
}

const Summary = ({ server, gateway }: Part & { server: VpnServer }) => {
  const { ssl_options: ssl, local_subnets = [], dns_servers = [] } = server
  const certificate = server.server_certificate
  return (
    <KeyValues
      columns={3}
      items={[
        { label: 'Status', value: <StatusBadge of="gateway" id={server.id} status={server.status} /> },
        { label: 'Authentication', value: signInWords(server.client_auth_type) },
        { label: 'Client CIDR', value: <Capacity server={server} gateway={gateway} /> },
        { label: 'Local subnets', value: <Lines values={local_subnets} /> },
        {
          label: 'Protocol',
          value: ssl ? [ssl.protocol, ssl.port, ssl.encryption_algorithm].filter(Boolean).join(' · ') : undefined,
        },
        { label: 'DNS servers', value: dns_servers.length > 0 ? <Lines values={dns_servers} /> : 'None' },
        { label: 'Server certificate', value: certificate?.name ?? certificate?.id },
        { label: 'Client CAs', value: String(server.client_ca_certificates?.length ?? 0) },
        { label: 'Id', value: <CopyableId value={server.id} what={`the id of the server of ${gateway.name}`} /> },
      ]}
    />
  )
}

/** The server of a gateway in brief, with the way to it; or the way to make one. */
export const ServerTab = ({ gateway }: Part) => {
  const cloudId = useCloudId()
  const query = useQuery({
    ...serverOfGateway(cloudId, gateway.id),
    refetchInterval: ({ state }) =>
      nextPollMs(
        state.data?.vpn_servers.some(({ status }) => isSettling(status)) ? 5_000 : p2cPollInterval(),
        state.error,
      ),
  })
  if (query.isPending) return <Loading what="the server" />
  if (!query.data) {
    return (
      <Alert
        type="error"
        header="The server could not be loaded"
        action={<ActionButton onClick={() => void query.refetch()}>Try again</ActionButton>}
      >
        {errorText(query.error)}
      </Alert>
    )
  }
  const server = query.data.vpn_servers[0]
  if (!server) return <NoServer gateway={gateway} />
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="What people connect to. Its users, groups and policies are on its own page."
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <StaleNotice
                since={staleSince(query)}
                onRetry={() => void query.refetch()}
                isRetrying={query.isFetching}
              />
              <ActionButton variant="primary" to={paths.vpnServer({ cloudId, serverId: server.id })}>
                Open the server
              </ActionButton>
            </SpaceBetween>
          }
        >
          Server of {gateway.name}
        </Header>
      }
    >
      <Summary server={server} gateway={gateway} />
    </Container>
  )
}
