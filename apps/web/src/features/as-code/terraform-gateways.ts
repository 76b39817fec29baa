import type { CustomerGateway, VpnGateway } from '@vpn-console/api-client'
import { ownTags } from './code-resource.ts'
import { attribute, attributes, block, comment, Reference, type HclPart, type HclValue } from './hcl.ts'
import type { Provider } from './terraform-providers.ts'

/** Tags as a map, or nothing. */
export const tagMap = (tags: readonly { key: string; value: string }[] | undefined): HclValue | undefined => {
  const own = ownTags(tags)
  return own.length === 0 ? undefined : Object.fromEntries(own.map(({ key, value }) => [key, value]))
}

/** What a provider cannot say, so that nobody takes the code for all there is. */
export const leftOut = (fields: readonly (string | false | undefined)[]): HclPart[] => {
  const names = fields.filter((field) => field !== undefined && field !== false)
  return names.length === 0 ? [] : [comment(`Not in the provider, so not written here: ${names.join(', ')}.`)]
}

/** A list, or nothing where it is empty. */
export const listOf = <T>(values: readonly T[] | undefined) => (values && values.length > 0 ? values : undefined)

export const gatewayParts = (gateway: VpnGateway, provider: Provider): HclPart[] => {
  const { eip1, eip2, availability_zone_ids = [], attachment_type } = gateway
  return [
    ...leftOut([
      gateway.ip_version === 'ipv6' && 'ip_version',
      listOf(gateway.local_subnets_v6) && 'local_subnets_v6',
      gateway.policy_template && 'policy_template',
      !provider.hasEnterpriseProjects && gateway.enterprise_project_id !== undefined && 'enterprise_project_id',
    ]),
    ...attributes({
      name: gateway.name,
      flavor: gateway.flavor,
      network_type: gateway.network_type,
      attachment_type,
      ha_mode: gateway.ha_mode,
      asn: gateway.bgp_asn,
      enterprise_project_id: provider.hasEnterpriseProjects ? gateway.enterprise_project_id : undefined,
      vpc_id: gateway.vpc_id,
      connect_subnet: gateway.connect_subnet,
      er_id: gateway.er_id,
      access_vpc_id: gateway.access_vpc_id,
      access_subnet_id: gateway.access_subnet_id,
      access_private_ip_1: gateway.access_private_ip_1,
      access_private_ip_2: gateway.access_private_ip_2,
      availability_zones: availability_zone_ids,
      local_subnets: listOf(gateway.local_subnets),
      tags: tagMap(gateway.tags),
    }),
    ...(eip1 ? [block('eip1', [], [attribute('id', eip1.id)])] : []),
    ...(eip2 ? [block('eip2', [], [attribute('id', eip2.id)])] : []),
    // The cloud does not tell it, so that an import would always be followed by a change.
    ...(provider.deletesEips
      ? [block('lifecycle', [], [attribute('ignore_changes', [new Reference('delete_eip_on_termination')])])]
      : []),
  ]
}

export const customerGatewayParts = (gateway: CustomerGateway, provider: Provider): HclPart[] => {
  const hasCertificate = gateway.ca_certificate !== undefined
  return [
    ...leftOut([hasCertificate && !provider.hasCaCertificates && 'ca_certificate']),
    ...attributes({
      name: gateway.name,
      id_type: gateway.id_type,
      id_value: gateway.id_value,
      // Without one the provider would ask for its own default.
      asn: gateway.bgp_asn ?? 0,
      tags: tagMap(gateway.tags),
    }),
    // The cloud never gives the certificate itself back.
    ...(hasCertificate && provider.hasCaCertificates
      ? [block('lifecycle', [], [attribute('ignore_changes', [new Reference('certificate_content')])])]
      : []),
  ]
}
