import type { CustomerGateway, VpnConnection, VpnGateway } from '@vpn-console/api-client'
import type { ConnectionFormValues } from './connection-form.ts'

/** What is known of the account when the form is checked. */
export type ConnectionFacts = {
  gateways: readonly VpnGateway[]
  customerGateways: readonly CustomerGateway[]
  connections: readonly VpnConnection[]
}

export const gatewayOf = ({ gateways }: ConnectionFacts, { vgw_id }: Pick<ConnectionFormValues, 'vgw_id'>) =>
  gateways.find(({ id }) => id === vgw_id)

type ChosenCustomerGateway = Pick<ConnectionFormValues, 'customerGateway' | 'cgw_id'>

/** The existing customer gateway that is chosen; undefined where a new one is made, or none is chosen. */
export const customerGatewayOf = ({ customerGateways }: ConnectionFacts, values: ChosenCustomerGateway) =>
  values.customerGateway === 'existing' ? customerGateways.find(({ id }) => id === values.cgw_id) : undefined

/** The other end in the form's words: its name, address and ASN, whether it exists or is about to. */
export const peerOf = (facts: ConnectionFacts, values: ConnectionFormValues) => {
  if (values.customerGateway === 'existing') {
    const existing = customerGatewayOf(facts, values)
    return { name: existing?.name ?? values.cgw_id, address: existing?.id_value ?? '', asn: existing?.bgp_asn }
  }
  const { name, id_type, id_value, bgp_asn } = values.newCustomerGateway
  const asn = id_type === 'ip' && /^\d+$/.test(bgp_asn.trim()) ? Number(bgp_asn) : undefined
  return { name: name.trim(), address: id_value.trim(), asn }
}
