import { endpointsOf, type VpnConnection, type VpnGateway } from '@vpn-console/api-client'
import type { CodeCloud } from '../../ui/code/code-request.ts'
import type { CodeResource } from './code-resource.ts'
import { attribute, attributes, block, comment, Reference, toHcl, type HclPart, type HclValue } from './hcl.ts'
import { labelMaker } from './labels.ts'
import { connectionParts, connectionRefusal } from './terraform-connections.ts'
import { customerGatewayParts, gatewayParts } from './terraform-gateways.ts'
import { providerOf, type Provider } from './terraform-providers.ts'

type Labelled = CodeResource & { label: string }

const kinds = { 'vpn-gateway': 'gateway', 'customer-gateway': 'customer', 'vpn-connection': 'connection' } as const
const order = Object.keys(kinds)

const head = (cloud: CodeCloud, provider: Provider): HclPart[] => [
  comment(provider.credentials),
  block(
    'terraform',
    [],
    [
      attribute('required_version', '>= 1.5'),
      block('required_providers', [], [attribute(provider.id, { source: provider.source })]),
    ],
  ),
  block(
    'provider',
    [provider.id],
    attributes(
      provider.id === 'huaweicloud'
        ? { region: cloud.region }
        : { auth_url: `${endpointsOf(cloud.region).iam}/v3`, region: cloud.region },
    ),
  ),
]

/** The resource itself, and the block that takes what is there already under its care. */
const imported = (type: string, label: string, id: string, parts: readonly HclPart[]): HclPart[] => [
  block('import', [], [attribute('to', new Reference(`${type}.${label}`)), attribute('id', id)]),
  block('resource', [type, label], parts),
]

const endOf = ({ eip1, eip2, access_private_ip_1, access_private_ip_2 }: VpnGateway, end: string) => {
  if (eip1?.id === end) return 'eip1[0].id'
  if (eip2?.id === end) return 'eip2[0].id'
  if (access_private_ip_1 === end) return 'access_private_ip_1'
  return access_private_ip_2 === end ? 'access_private_ip_2' : undefined
}

const connectionBlocks = (connection: VpnConnection, label: string, provider: Provider, all: readonly Labelled[]) => {
  const refusal = connectionRefusal(connection, provider)
  if (refusal !== undefined) return [comment(`${label}: ${refusal}`)]
  const referTo = (type: CodeResource['type'], id: string, part: string | undefined): HclValue => {
    const found = all.find((one) => one.type === type && one.value.id === id)
    return found && part !== undefined ? new Reference(`${provider.types[type]}.${found.label}.${part}`) : id
  }
  const gateway = all.find((one) => one.type === 'vpn-gateway' && one.value.id === connection.vgw_id)
  const end = gateway?.type === 'vpn-gateway' ? endOf(gateway.value, connection.vgw_ip) : undefined
  const psk = `${label}_psk`
  const type = provider.types['vpn-connection']
  const references = {
    gateway_id: referTo('vpn-gateway', connection.vgw_id, 'id'),
    gateway_ip: end === undefined ? connection.vgw_ip : referTo('vpn-gateway', connection.vgw_id, end),
    customer_gateway_id: referTo('customer-gateway', connection.cgw_id, 'id'),
    psk: new Reference(`var.${psk}`),
  }
  const monitor = connection.connection_monitor_id
  return [
    block(
      'variable',
      [psk],
      [
        attribute('description', `Pre-shared key of ${connection.name}`),
        attribute('type', new Reference('string')),
        attribute('sensitive', true),
      ],
    ),
    ...imported(type, label, connection.id, connectionParts(connection, references, provider)),
    ...(monitor === undefined || monitor === ''
      ? []
      : imported(provider.types['health-check'], label, monitor, [
          attribute('connection_id', new Reference(`${type}.${label}.id`)),
        ])),
  ]
}

const blocksOf = (resource: Labelled, provider: Provider, all: readonly Labelled[]): HclPart[] => {
  const { type, label, value } = resource
  if (type === 'vpn-connection') return connectionBlocks(value, label, provider, all)
  const parts = type === 'vpn-gateway' ? gatewayParts(value, provider) : customerGatewayParts(value, provider)
  return imported(provider.types[type], label, value.id, parts)
}

/**
 * A Terraform file that takes resources under its care as they are. What belongs together refers to each other; keys
 * are variables without a value.
 */
export const toTerraform = (cloud: CodeCloud, resources: readonly CodeResource[]): string => {
  const provider = providerOf(cloud.vendor)
  const label = labelMaker()
  const all = resources
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
    .map((resource): Labelled => ({ ...resource, label: label(resource.value.name, kinds[resource.type]) }))
  return `${toHcl([...head(cloud, provider), ...all.flatMap((resource) => blocksOf(resource, provider, all))])}\n`
}
