import { gatewayOf, type ConnectionFacts } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { toCreateBodies, toCustomerGatewayBody } from './to-create-bodies.ts'

/** The bodies as they will be sent, by operation, with the keys masked. */
export const requestPreview = (values: ConnectionFormValues, facts: ConnectionFacts): unknown => {
  const gateway = gatewayOf(facts, values)
  if (!gateway) return {}
  const isNew = values.customerGateway === 'new'
  const body = toCustomerGatewayBody(values.newCustomerGateway, gateway.flavor === 'GM')
  const bodies = toCreateBodies(
    values,
    gateway,
    isNew ? `(id of ${body.name ?? 'it'}, once it is made)` : values.cgw_id,
  )
  const masked = bodies.map(({ psk, ...rest }) => ({ ...rest, ...(psk !== undefined && { psk: '***' }) }))
  const [only] = masked
  return {
    ...(isNew && { createCgw: { customer_gateway: body } }),
    ...(values.extent === 'pair'
      ? { batchCreateVpnConnection: { vpn_connections: masked } }
      : { createVpnConnection: { vpn_connection: only } }),
  }
}
