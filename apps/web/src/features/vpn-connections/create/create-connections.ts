import type { VpnGateway } from '@vpn-console/api-client'
import { call } from '../../../api/client.ts'
import { createOrFind } from '../../../api/create-or-find.ts'
import { connectionList, customerGatewayList } from '../../../api/lists.ts'
import { invalidate } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import { followCreate } from '../../../api/tasks.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { sendConnections, type ConnectionCalls, type Made } from './send-connections.ts'
import { toCreateBodies, toCustomerGatewayBody } from './to-create-bodies.ts'

type Progress = {
  /** The customer gateway was made: a second try must not make another. */
  onCustomerGateway: (id: string) => void
  onLost: (what: keyof ConnectionFormValues['unanswered']) => void
}

const freshCustomerGateways = (cloudId: string) =>
  queryClient.fetchQuery({ ...customerGatewayList(cloudId), staleTime: 0 })

const makeCustomerGateway = async (
  cloudId: string,
  values: ConnectionFormValues,
  isGm: boolean,
  { onCustomerGateway, onLost }: Progress,
): Promise<string> => {
  const body = toCustomerGatewayBody(values.newCustomerGateway, isGm)
  const isIt = (one: { name: string; id_value: string }) => one.name === body.name && one.id_value === body.id_value
  const earlier = values.unanswered.customerGateway ? (await freshCustomerGateways(cloudId)).find(isIt) : undefined
  const made =
    earlier ??
    (await createOrFind({
      send: async () => (await call(cloudId, 'createCgw', { body: { customer_gateway: body } })).customer_gateway,
      list: () => freshCustomerGateways(cloudId),
      idOf: ({ id }) => id,
      nameOf: ({ name }) => name,
      name: body.name ?? '',
      onLost: () => onLost('customerGateway'),
    }))
  await invalidate(cloudId, 'listCgws')
  onCustomerGateway(made.id)
  return made.id
}

const callsOf = (cloudId: string, gatewayId: string): ConnectionCalls => ({
  createOne: async (vpn_connection) =>
    (await call(cloudId, 'createVpnConnection', { body: { vpn_connection } })).vpn_connection,
  createBoth: async (vpn_connections) =>
    (await call(cloudId, 'batchCreateVpnConnection', { body: { vpn_connections } })).vpn_connections,
  list: () => queryClient.fetchQuery({ ...connectionList(cloudId, gatewayId), staleTime: 0 }),
})

/** Makes what the form asks for, the customer gateway first where it is new, and follows the connections. */
export const createConnections = async (
  cloudId: string,
  values: ConnectionFormValues,
  gateway: VpnGateway,
  progress: Progress,
): Promise<readonly Made[]> => {
  const cgwId =
    values.customerGateway === 'new'
      ? await makeCustomerGateway(cloudId, values, gateway.flavor === 'GM', progress)
      : values.cgw_id
  const made = await sendConnections(callsOf(cloudId, gateway.id), toCreateBodies(values, gateway, cgwId), {
    isUnanswered: values.unanswered.connections,
    onLost: () => progress.onLost('connections'),
  })
  for (const { id, name } of made) {
    followCreate({ cloudId, resource: 'vpn-connection', resourceId: id, name })
  }
  void invalidate(cloudId, 'listVpnConnections', 'listVgws', 'showVgw', 'showQuotasInfo')
  return made
}
