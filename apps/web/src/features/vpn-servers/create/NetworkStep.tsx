import type { P2cVpnGateway, VpnServer } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { useCloudId } from '../../../api/operation-query.ts'
import { p2cGatewayList, serverList } from '../../../api/p2c-lists.ts'
import { LocalSubnetsFields } from '../../../ui/pickers/LocalSubnetsFields.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { ClientCidrField } from '../fields/ClientCidrField.tsx'
import { gatewayRefusal } from './server-form-schema.ts'
import { allLocalSubnets, blocksOf, type ServerFormValues } from './server-form.ts'
import { usePickedGateway, useVpcRoutes } from './use-server-facts.ts'

export const mostLocalSubnets = 20

const optionOf = (gateway: P2cVpnGateway, servers: readonly VpnServer[] | undefined) => {
  const { id, name, eip, max_connection_number: most } = gateway
  const refusal = gatewayRefusal(gateway, servers)
  return {
    value: id,
    label: name,
    description: [eip?.ip_address, most === undefined ? undefined : `${most} connections`].filter(Boolean).join(' · '),
    ...(refusal !== undefined && { disabled: true, disabledReason: refusal }),
  }
}

const GatewayField = () => {
  const cloudId = useCloudId()
  const list = useQuery(p2cGatewayList(cloudId))
  const servers = useQuery(serverList(cloudId)).data
  const { setValue } = useFormContext<ServerFormValues>()
  return (
    <ObjectPicker<ServerFormValues>
      name="gatewayId"
      label="Gateway"
      description="It carries the server, and goes only together with it: the service has no way to delete a server alone."
      many="Point-to-Cloud gateways"
      list={list}
      options={(list.data ?? []).map((gateway) => optionOf(gateway, servers))}
      // Subnets of another VPC are of no use here.
      onPick={() => setValue('localSubnets', [])}
    />
  )
}

/** Where the server stands, what addresses its clients get, and what they reach. */
export const NetworkStep = () => {
  const cloudId = useCloudId()
  const { watch } = useFormContext<ServerFormValues>()
  const values = watch()
  const gateway = usePickedGateway(values.gatewayId)
  const { routes, error, isLoading } = useVpcRoutes(gateway?.vpc_id)
  const servers = useQuery(serverList(cloudId)).data ?? []
  return (
    <>
      <GatewayField />
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
          others: servers.flatMap(({ client_cidr }) => client_cidr ?? []),
        }}
      />
    </>
  )
}
