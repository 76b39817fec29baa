import {
  customerGatewayCreate,
  vpnConnectionCreate,
  vpnGatewayCreate,
  type CustomerGateway,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import type * as z from 'zod'
import type { CodeRequest } from '../../ui/code/code-request.ts'
import { Variable } from '../../ui/code/variable.ts'
import { ownTags, type CodeResource } from './code-resource.ts'

/** The part of an answer that a create call takes, level by level. */
const takenBy = (schema: z.ZodType, value: unknown): unknown => {
  // Each kind of schema has one of these.
  const { innerType, shape, element } = (
    schema as unknown as {
      def: { innerType?: z.ZodType; shape?: Record<string, z.ZodType>; element?: z.ZodType }
    }
  ).def
  if (innerType) return takenBy(innerType, value)
  if (element && Array.isArray(value)) return value.map((item: unknown) => takenBy(element, item))
  if (!shape || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, field]): [string, unknown][] => {
      const own: unknown = Reflect.get(value, key)
      const isNothing = own === undefined || (Array.isArray(own) && own.length === 0)
      return isNothing ? [] : [[key, takenBy(field, own)]]
    }),
  )
}

const tagged = ({ tags }: VpnGateway | CustomerGateway | VpnConnection) => {
  const own = ownTags(tags)
  return own.length === 0 ? {} : { tags: own }
}

const withoutTags = (resource: object) => ({ ...resource, tags: undefined })

const gatewayBody = (gateway: VpnGateway) => {
  const { eip1, eip2 } = gateway
  return {
    vpn_gateway: {
      ...(takenBy(vpnGatewayCreate, withoutTags(gateway)) as object), // an object stays one
      // Each gateway needs EIPs of its own, which are there already where one of these is taken.
      ...(eip1 && { eip1: { id: eip1.id } }),
      ...(eip2 && { eip2: { id: eip2.id } }),
      ...tagged(gateway),
    },
  }
}

const customerGatewayBody = (gateway: CustomerGateway) => ({
  customer_gateway: {
    ...(takenBy(customerGatewayCreate, withoutTags(gateway)) as object), // an object stays one
    ...tagged(gateway),
  },
})

const connectionBody = (connection: VpnConnection) => {
  const isGm = connection.ikepolicy?.authentication_method === 'digital-envelope-v2'
  return {
    vpn_connection: {
      ...(takenBy(vpnConnectionCreate, withoutTags(connection)) as object), // an object stays one
      style: connection.style.toLowerCase(),
      // The cloud never gives it back.
      ...(!isGm && { psk: new Variable('PSK') }),
      ...tagged(connection),
    },
  }
}

/** The call that makes another one like it. */
export const createRequest = ({ type, value }: CodeResource): CodeRequest => {
  const title = `Create one like ${value.name}`
  if (type === 'vpn-gateway') return { name: 'createVgw', input: { body: gatewayBody(value) }, title }
  if (type === 'customer-gateway') return { name: 'createCgw', input: { body: customerGatewayBody(value) }, title }
  return { name: 'createVpnConnection', input: { body: connectionBody(value) }, title }
}

/** The call that reads it. */
export const readRequest = ({ type, value: { id, name } }: CodeResource): CodeRequest => {
  const title = `Read ${name}`
  if (type === 'vpn-gateway') return { name: 'showVgw', input: { params: { vgw_id: id } }, title }
  if (type === 'customer-gateway') return { name: 'showCgw', input: { params: { customer_gateway_id: id } }, title }
  return { name: 'showVpnConnection', input: { params: { vpn_connection_id: id } }, title }
}

const listNames = {
  'vpn-gateway': 'vpn_gateways',
  'customer-gateway': 'customer_gateways',
  'vpn-connection': 'vpn_connections',
} as const

/** Resources as the cloud tells of them: one as it is, several by their kind. */
export const resourcesAsJson = (resources: readonly CodeResource[]): unknown => {
  const [first, ...others] = resources
  if (first && others.length === 0) return first.value
  return Object.fromEntries(
    Object.entries(listNames).flatMap(([type, name]) => {
      const values = resources.filter((resource) => resource.type === type).map(({ value }) => value)
      return values.length === 0 ? [] : [[name, values]]
    }),
  )
}
