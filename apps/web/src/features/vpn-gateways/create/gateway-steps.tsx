import type { EipFormValues, GatewayFormValues } from './gateway-form.ts'
import type { WizardStep } from '../../../ui/form/wizard-steps.ts'
import { AddressesStep } from './AddressesStep.tsx'
import { CapacityStep } from './CapacityStep.tsx'
import { slotNames } from '../gateway-detail-words.ts'
import { allLocalSubnets } from './gateway-form.ts'
import { NameStep } from './NameStep.tsx'
import { NetworkStep } from './NetworkStep.tsx'
import { BandwidthName, EipName, ProjectName, RouterName, SubnetName, VpcName } from './picked-names.tsx'

const access = ({ hasOwnAccess, accessVpcId, accessSubnetId }: GatewayFormValues) =>
  hasOwnAccess
    ? [
        { label: 'Access VPC', value: <VpcName id={accessVpcId} /> },
        { label: 'Access subnet', value: <SubnetName id={accessSubnetId} vpcId={accessVpcId} /> },
      ]
    : []

const network = (values: GatewayFormValues) => {
  const isOnRouter = values.attachmentType === 'er'
  const place = isOnRouter
    ? [{ label: 'Enterprise router', value: <RouterName id={values.erId} /> }]
    : [
        { label: 'VPC', value: <VpcName id={values.vpcId} /> },
        {
          label: 'Interconnection subnet',
          value: <SubnetName id={values.connectSubnetId} vpcId={values.vpcId} />,
        },
        { label: 'Local subnets', value: allLocalSubnets(values).join(', ') },
      ]
  return [
    {
      label: 'Network',
      value: `${values.networkType === 'public' ? 'Public' : 'Private'}, ${values.ipVersion === 'ipv6' ? 'IPv6' : 'IPv4'}`,
    },
    ...place,
    ...access(values),
  ]
}

const EipLine = ({ eip }: { eip: EipFormValues }) => {
  if (eip.source === 'existing') return <EipName id={eip.eipId} />
  if (eip.bandwidth === 'shared') {
    return (
      <>
        New, on shared bandwidth <BandwidthName id={eip.bandwidthId} />
      </>
    )
  }
  return <>{`New, ${eip.bandwidthSize} Mbit/s, billed by ${eip.chargeMode}`}</>
}

const addresses = (values: GatewayFormValues) => {
  const [first, second] = slotNames({ network_type: values.networkType, ha_mode: values.haMode })
  const haMode = {
    label: 'HA mode',
    value: values.haMode === 'active-active' ? 'Active-active' : 'Active-standby',
  }
  if (values.networkType === 'private') {
    const chosen = [
      { label: first, value: values.privateIp1 },
      { label: second, value: values.privateIp2 },
    ]
    return [
      haMode,
      ...(values.privateAddresses === 'chosen' ? chosen : [{ label: 'Private addresses', value: 'Automatic' }]),
    ]
  }
  return [
    haMode,
    { label: first, value: <EipLine eip={values.eip1} /> },
    { label: second, value: <EipLine eip={values.eip2} /> },
  ]
}

/** The wizard, step by step. */
export const gatewaySteps: readonly WizardStep<GatewayFormValues>[] = [
  {
    id: 'network',
    title: 'Network',
    description: 'Where the gateway is reached, and what it serves.',
    fields: [
      'networkType',
      'attachmentType',
      'ipVersion',
      'erId',
      'vpcId',
      'connectSubnetId',
      'localSubnets',
      'otherSubnets',
      'hasOwnAccess',
      'accessVpcId',
      'accessSubnetId',
    ],
    Content: NetworkStep,
    summary: network,
  },
  {
    id: 'capacity',
    title: 'Capacity and zones',
    description: 'How much it can carry, and in which zones it runs.',
    fields: ['flavor', 'zones'],
    Content: CapacityStep,
    summary: ({ flavor, zones }) => [
      { label: 'Specification', value: flavor },
      { label: 'Availability zones', value: zones.join(', ') || 'Picked by the service' },
    ],
  },
  {
    id: 'addresses',
    title: 'Addresses',
    description: 'Where the two tunnels of a pair end.',
    fields: ['haMode', 'eip1', 'eip2', 'privateAddresses', 'privateIp1', 'privateIp2'],
    Content: AddressesStep,
    summary: addresses,
  },
  {
    id: 'name',
    title: 'Name and tags',
    fields: ['name', 'bgpAsn', 'enterpriseProjectId', 'tags'],
    Content: NameStep,
    summary: ({ name, bgpAsn, enterpriseProjectId, tags }) => [
      { label: 'Name', value: name },
      { label: 'BGP ASN', value: bgpAsn },
      { label: 'Enterprise project', value: <ProjectName id={enterpriseProjectId} /> },
      { label: 'Tags', value: tags.map(({ key, value }) => (value ? `${key}: ${value}` : key)).join(', ') },
    ],
  },
]
