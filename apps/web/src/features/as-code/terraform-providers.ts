import type { Cloud } from '@vpn-console/api-client'

/** What a Terraform provider calls things, and what it leaves out. */
export type Provider = {
  id: string
  source: string
  types: Record<'vpn-gateway' | 'customer-gateway' | 'vpn-connection' | 'health-check', string>
  negotiationMode: string
  hasEnterpriseProjects: boolean
  hasCaCertificates: boolean
  deletesEips: boolean
  /** Modes of connections that it can make. */
  styles: readonly string[]
  /** Where its keys come from. */
  credentials: string
}

const styles = ['static', 'bgp', 'policy']

const huaweicloud: Provider = {
  id: 'huaweicloud',
  source: 'huaweicloud/huaweicloud',
  types: {
    'vpn-gateway': 'huaweicloud_vpn_gateway',
    'customer-gateway': 'huaweicloud_vpn_customer_gateway',
    'vpn-connection': 'huaweicloud_vpn_connection',
    'health-check': 'huaweicloud_vpn_connection_health_check',
  },
  negotiationMode: 'phase1_negotiation_mode',
  hasEnterpriseProjects: true,
  hasCaCertificates: true,
  deletesEips: true,
  styles,
  credentials: 'The access key is read from HW_ACCESS_KEY and HW_SECRET_KEY.',
}

const opentelekomcloud: Provider = {
  id: 'opentelekomcloud',
  source: 'opentelekomcloud/opentelekomcloud',
  types: {
    'vpn-gateway': 'opentelekomcloud_enterprise_vpn_gateway_v5',
    'customer-gateway': 'opentelekomcloud_enterprise_vpn_customer_gateway_v5',
    'vpn-connection': 'opentelekomcloud_enterprise_vpn_connection_v5',
    'health-check': 'opentelekomcloud_enterprise_vpn_connection_monitor_v5',
  },
  negotiationMode: 'phase_one_negotiation_mode',
  hasEnterpriseProjects: false,
  hasCaCertificates: false,
  deletesEips: false,
  styles,
  credentials:
    'Keys, domain and project are read from OS_ACCESS_KEY, OS_SECRET_KEY, OS_DOMAIN_NAME and OS_PROJECT_NAME.',
}

export const providerOf = (vendor: Cloud['vendor']): Provider => (vendor === 'otc' ? opentelekomcloud : huaweicloud)
