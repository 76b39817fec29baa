import type { CodeRequest } from '../../../ui/code/code-request.ts'
import { Variable } from '../../../ui/code/variable.ts'
import { gatewayOf, type ConnectionFacts } from './connection-facts.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { toCreateBodies, toCustomerGatewayBody } from './to-create-bodies.ts'

const newCustomerGatewayId = new Variable('CUSTOMER_GATEWAY_ID')

/** The calls that will be made, in their order. The id of a customer gateway that is made first is a variable. */
export const requestPreview = (values: ConnectionFormValues, facts: ConnectionFacts): CodeRequest[] => {
  const gateway = gatewayOf(facts, values)
  if (!gateway) return []
  const isNew = values.customerGateway === 'new'
  const customer_gateway = toCustomerGatewayBody(values.newCustomerGateway, gateway.flavor === 'GM')
  const bodies = toCreateBodies(values, gateway, values.cgw_id).map((body) => ({
    ...body,
    ...(isNew && { cgw_id: newCustomerGatewayId }),
  }))
  const [only] = bodies
  const connections: CodeRequest =
    values.extent === 'pair'
      ? { name: 'batchCreateVpnConnection', input: { body: { vpn_connections: bodies } } }
      : { name: 'createVpnConnection', input: { body: { vpn_connection: only } } }
  if (!isNew) return [connections]
  const name = customer_gateway.name ?? 'the customer gateway'
  return [
    { name: 'createCgw', input: { body: { customer_gateway } }, title: `Create ${name}: its answer has the id.` },
    { ...connections, title: `Then set CUSTOMER_GATEWAY_ID to the id of ${name}.` },
  ]
}
