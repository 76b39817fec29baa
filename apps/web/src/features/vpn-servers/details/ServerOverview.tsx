import {
  clientCapacity,
  clientGateway,
  usableAddresses,
  type P2cVpnGateway,
  type VpnServer,
} from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { Expiry } from '../../../ui/Expiry.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Lines } from '../../../ui/Lines.tsx'
import { SerialNumber } from '../../../ui/SerialNumber.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { TwoLines } from '../../../ui/TwoLines.tsx'
import { certificateSourceWords, serverName, signInWords } from '../server-words.ts'

const SelfServiceCard = lazy(() => import('../../help-yourself/SelfServiceCard.tsx'))

type OverviewProps = { server: VpnServer; gateway: P2cVpnGateway | undefined }

const State = ({ server, gateway }: OverviewProps) => {
  const cloudId = useCloudId()
  const { id, p2c_vgw_id: p2cGatewayId, status, client_auth_type, idp_name } = server
  const { current_connection_number: now, max_connection_number: most } = gateway ?? {}
  return (
    <Container header={<Header variant="h2">State</Header>}>
      <KeyValues
        columns={4}
        items={[
          { label: 'Status', value: <StatusBadge of="gateway" id={id} status={status} /> },
          {
            label: 'Gateway',
            value: p2cGatewayId ? (
              <AppLink to={paths.p2cGateway({ cloudId, p2cGatewayId })}>{gateway?.name ?? p2cGatewayId}</AppLink>
            ) : undefined,
          },
          {
            label: 'Clients connect to',
            value: gateway?.eip?.ip_address ? (
              <CopyableId value={gateway.eip.ip_address} what={`the address of ${gateway.name}`} />
            ) : undefined,
          },
          {
            label: 'Online now',
            value: now === undefined ? undefined : `${now}${most === undefined ? '' : ` of ${most}`}`,
          },
          { label: 'Sign-in', value: signInWords(client_auth_type) },
          ...(idp_name === undefined ? [] : [{ label: 'Identity provider', value: idp_name }]),
        ]}
      />
    </Container>
  )
}

const Network = ({ server: { client_cidr = '', local_subnets, dns_servers } }: OverviewProps) => (
  <Container header={<Header variant="h2">Network</Header>}>
    <KeyValues
      columns={3}
      items={[
        {
          label: 'Client CIDR',
          value:
            client_cidr === '' ? undefined : (
              <TwoLines
                first={<span className="mono">{client_cidr}</span>}
                second={`${usableAddresses(client_cidr).toLocaleString('en')} addresses, enough for ${clientCapacity(client_cidr).toLocaleString('en')} connections`}
              />
            ),
        },
        { label: 'Address of the server', value: <span className="mono">{clientGateway(client_cidr) ?? '–'}</span> },
        { label: 'Local subnets', value: <Lines values={local_subnets ?? []} /> },
        { label: 'DNS servers for clients', value: <Lines values={dns_servers ?? []} /> },
      ]}
    />
  </Container>
)

const Certificate = ({ server, gateway }: OverviewProps) => {
  const { server_certificate: certificate } = server
  const of = `the server certificate of ${serverName(server, gateway)}`
  return (
    <Container
      header={
        <Header variant="h2" description="Clients check it before they trust the server.">
          Server certificate
        </Header>
      }
    >
      <KeyValues
        columns={3}
        items={[
          { label: 'Name', value: certificate?.name },
          { label: 'Source', value: certificate && certificateSourceWords(certificate.source) },
          { label: 'Ends', value: certificate && <Expiry value={certificate.expiration_time} isDated /> },
          { label: 'Subject', value: certificate?.subject },
          { label: 'Issuer', value: certificate?.issuer },
          { label: 'Signature algorithm', value: certificate?.signature_algorithm },
          { label: 'Serial number', value: <SerialNumber text={certificate?.serial_number} of={of} /> },
          {
            label: 'Id',
            value: certificate ? <CopyableId value={certificate.id} what={`the id of ${of}`} /> : undefined,
          },
        ]}
      />
    </Container>
  )
}

const Protocol = ({ server: { tunnel_protocol, ssl_options: ssl } }: OverviewProps) => (
  <Container header={<Header variant="h2">Protocol</Header>}>
    <KeyValues
      columns={4}
      items={[
        { label: 'Tunnel', value: tunnel_protocol === 'SSL' ? 'SSL (OpenVPN)' : tunnel_protocol },
        { label: 'Port', value: ssl?.port === undefined ? undefined : `${ssl.protocol ?? 'TCP'} ${ssl.port}` },
        { label: 'Encryption', value: ssl?.encryption_algorithm },
        { label: 'Authentication', value: ssl?.authentication_algorithm },
        {
          label: 'Compression',
          value: ssl?.is_compressed === undefined ? undefined : ssl.is_compressed ? 'On' : 'Off',
        },
      ]}
    />
  </Container>
)

/** Everything the cloud tells of a server, in words and with every id to copy. */
export const ServerOverview = ({ server, gateway }: OverviewProps) => (
  <SpaceBetween size="l">
    <State server={server} gateway={gateway} />
    <Network server={server} gateway={gateway} />
    <Suspense>
      <SelfServiceCard server={server} name={serverName(server, gateway)} />
    </Suspense>
    <Certificate server={server} gateway={gateway} />
    <Protocol server={server} gateway={gateway} />
    <Container header={<Header variant="h2">Identity</Header>}>
      <KeyValues
        columns={3}
        items={[
          {
            label: 'Id',
            value: <CopyableId value={server.id} what={`the id of the server of ${serverName(server, gateway)}`} />,
          },
          { label: 'Created', value: <Timestamp value={server.created_at} /> },
          { label: 'Changed', value: <Timestamp value={server.updated_at} /> },
          {
            label: 'Deleting',
            // People look for a button here; the API has none.
            value: 'A server has no delete of its own: it goes with its gateway.',
          },
        ]}
      />
    </Container>
  </SpaceBetween>
)
