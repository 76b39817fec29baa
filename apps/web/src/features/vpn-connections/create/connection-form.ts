import { gatewayIps, type VpnGateway } from '@vpn-console/api-client'
import { emptyPolicyRule, type PolicyRuleFormValues } from '../fields/policy-rules-form.ts'
import { ikeFormValues, ipsecFormValues, type SecurityFormValues } from '../fields/security-form.ts'
import { withPreset } from '../fields/security-presets.ts'

export type ConnectionStyle = 'static' | 'bgp' | 'policy' | 'policy-template'

export type NewCustomerGatewayValues = {
  name: string
  id_type: 'ip' | 'fqdn'
  id_value: string
  bgp_asn: string
  ca_certificate: string
}

export type TunnelFormValues = {
  name: string
  psk: string
  tunnel_local_address: string
  tunnel_peer_address: string
}

/** The form of the wizard. What goes into the request under its own name has the cloud's name here too. */
export type ConnectionFormValues = SecurityFormValues & {
  vgw_id: string
  customerGateway: 'existing' | 'new'
  cgw_id: string
  newCustomerGateway: NewCustomerGatewayValues
  extent: 'pair' | 'single'
  /** The gateway's address of a single tunnel. */
  vgw_ip: string
  style: ConnectionStyle
  /** Blocks, one a line, of the IP version of the gateway. */
  peer_subnets: string
  enable_nqa: boolean
  enable_hub: boolean
  policy_rules: PolicyRuleFormValues[]
  isSameKey: boolean
  /** A single tunnel is the first. */
  tunnels: [TunnelFormValues, TunnelFormValues]
  /** Of a single tunnel; of a pair, what both names begin with. */
  name: string
  tags: { key: string; value: string }[]
  /** Sent, but never answered: it may exist, and is looked up before it is sent again. */
  unanswered: { customerGateway: boolean; connections: boolean }
}

export const emptyTunnel: TunnelFormValues = { name: '', psk: '', tunnel_local_address: '', tunnel_peer_address: '' }

export const connectionFormDefaults = (): ConnectionFormValues => ({
  vgw_id: '',
  customerGateway: 'existing',
  cgw_id: '',
  newCustomerGateway: { name: '', id_type: 'ip', id_value: '', bgp_asn: '', ca_certificate: '' },
  extent: 'pair',
  vgw_ip: '',
  style: 'static',
  peer_subnets: '',
  enable_nqa: false,
  enable_hub: false,
  policy_rules: [emptyPolicyRule],
  ...withPreset({ ikepolicy: ikeFormValues(), ipsecpolicy: ipsecFormValues() }, 'recommended'),
  isSameKey: true,
  tunnels: [emptyTunnel, emptyTunnel],
  name: '',
  tags: [],
  unanswered: { customerGateway: false, connections: false },
})

/** The addresses of a gateway that the form makes tunnels on, in order. */
export const chosenIps = (values: ConnectionFormValues, gateway: VpnGateway): string[] =>
  values.extent === 'pair' ? gatewayIps(gateway).map((ip) => ip ?? '') : [values.vgw_ip]

/** What a gateway's address is for people: the EIP's address, or the private address itself. */
export const shownIp = (gateway: VpnGateway, vgwIp: string): string => {
  const eip = [gateway.eip1, gateway.eip2].find((candidate) => candidate?.id === vgwIp)
  return eip?.ip_address ?? vgwIp
}

/** Whether a request must name subnets of the peer: with an enterprise router, policies and BGP say where they are. */
export const asksPeerSubnets = (gateway: Pick<VpnGateway, 'attachment_type'>, style: ConnectionStyle): boolean =>
  !(gateway.attachment_type === 'er' && (style === 'policy' || style === 'bgp'))
