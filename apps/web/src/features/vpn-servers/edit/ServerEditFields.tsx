import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { useCloudId } from '../../../api/operation-query.ts'
import { serverList, vpnUserList } from '../../../api/p2c-lists.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { ChangeList, type Change } from '../../../ui/ChangeList.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { LocalSubnetsFields } from '../../../ui/pickers/LocalSubnetsFields.tsx'
import { mostLocalSubnets } from '../create/NetworkStep.tsx'
import { allLocalSubnets, blocksOf } from '../create/server-form.ts'
import { useVpcRoutes } from '../create/use-server-facts.ts'
import { ClientCidrField } from '../fields/ClientCidrField.tsx'
import { DnsFields } from '../fields/DnsFields.tsx'
import { IdentityProviderField } from '../fields/IdentityProviderField.tsx'
import { ProtocolFields } from '../fields/ProtocolFields.tsx'
import { ServerCertificateField } from '../fields/ServerCertificateField.tsx'
import { signInTiles } from '../fields/sign-in-tiles.ts'
import { hasUsers } from '../server-words.ts'
import { editEffects } from './edit-effects.ts'
import { toUpdateBody, type ServerEditValues } from './server-edit-form.ts'

type EditFieldsProps = { server: VpnServer; gateway: P2cVpnGateway | undefined; changes: readonly Change[] }

/** Where what stands in the way of another sign-in is deleted, or imported. */
const Ways = ({ server, authType }: { server: VpnServer; authType: string }) => {
  const page = paths.vpnServer({ cloudId: useCloudId(), serverId: server.id })
  if (authType === server.client_auth_type) return null
  return (
    <Alert type="info" header="Before people can sign in another way">
      {hasUsers(server) && (
        <p>
          Users, groups and policies of the server are deleted first: <AppLink to={`${page}?tab=users`}>users</AppLink>,{' '}
          <AppLink to={`${page}?tab=groups`}>user groups</AppLink>,{' '}
          <AppLink to={`${page}?tab=policies`}>access policies</AppLink>.
        </p>
      )}
      {authType === 'CERT' && (
        <p>
          Sign-in by certificate needs a client CA: <AppLink to={`${page}?tab=client-cas`}>client CAs</AppLink>.
        </p>
      )}
      {server.client_auth_type === 'CERT' && (
        <p>The client CAs of the server may stay; nobody signs in by them any more.</p>
      )}
    </Alert>
  )
}

const Effects = ({ effects }: { effects: readonly string[] }) =>
  effects.length === 0 ? null : (
    <Alert type="warning" header="What it means for the clients">
      <ul>
        {effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Alert>
  )

export const ServerEditFields = ({ server, gateway, changes }: EditFieldsProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const values = useFormContext<ServerEditValues>().watch()
  const { routes, error, isLoading } = useVpcRoutes(gateway?.vpc_id)
  const others = useQuery(serverList(cloudId)).data ?? []
  const { vpn_server: update } = toUpdateBody(values, server)
  const users = useQuery({
    ...vpnUserList(cloudId, server.id),
    enabled: update.client_cidr !== undefined && hasUsers(server) && denied('listVpnUsers') === undefined,
  }).data
  const staticIps = (users ?? []).flatMap(({ static_ip: own }) => (own && own !== 'disable' ? [own] : []))
  const isSigned = server.server_certificate?.source === 'SERVICE_SIGN'
  return (
    <>
      <LocalSubnetsFields
        vpcId={gateway?.vpc_id ?? ''}
        ipVersion="ipv4"
        most={mostLocalSubnets}
        description="Subnets of the VPC that clients may reach."
      />
      <ClientCidrField
        around={{
          connections: gateway?.max_connection_number,
          localSubnets: allLocalSubnets(values),
          routes: routes ?? blocksOf(values.typedRoutes),
          routesError: error,
          isLoading,
          others: others.flatMap(({ id, client_cidr }) => (id === server.id ? [] : (client_cidr ?? []))),
        }}
      />
      <TilesField<ServerEditValues> name="authType" label="Sign-in of users" options={signInTiles} columns={2} />
      {values.authType === 'FEDERATED' && <IdentityProviderField />}
      <Ways server={server} authType={values.authType} />
      <ServerCertificateField
        description={
          isSigned
            ? 'The service signed the present one; it stays unless you choose another. It cannot be had back.'
            : 'Clients check it before they trust the server.'
        }
      />
      <ProtocolFields />
      <DnsFields />
      <ChangeList changes={changes} />
      <Effects effects={editEffects(update, { gateway, staticIps })} />
    </>
  )
}
