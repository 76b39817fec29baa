import { useQuery } from '@tanstack/react-query'
import { eipList, enterpriseProjectList, subnetList, vpcList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import type { WizardStep } from '../../../ui/form/wizard-steps.ts'
import { AddressStep } from './AddressStep.tsx'
import type { P2cEipValues, P2cGatewayValues } from './p2c-form.ts'
import { CapacityStep, NameStep, NetworkStep } from './P2cSteps.tsx'

// What was picked, by name: from the lists that the pickers have read already.

type Named = { id: string; name?: string | undefined; cidr?: string | undefined }

const textOf = (id: string, list: readonly Named[] | undefined): string => {
  if (id === '') return '–'
  const found = list?.find((item) => item.id === id)
  return found?.cidr ? `${found.name ?? id} (${found.cidr})` : (found?.name ?? id)
}

const VpcName = ({ id }: { id: string }) => textOf(id, useQuery(vpcList(useCloudId())).data)

const SubnetName = ({ id, vpcId }: { id: string; vpcId: string }) =>
  textOf(id, useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' }).data)

const ProjectName = ({ id }: { id: string }) => {
  const { data } = useQuery(enterpriseProjectList(useCloudId()))
  return id === '0' ? 'default' : textOf(id, data)
}

const EipName = ({ id }: { id: string }) => {
  const { data } = useQuery(eipList(useCloudId()))
  return (data?.find((eip) => eip.id === id)?.public_ip_address ?? id) || '–'
}

const EipLine = ({ eip }: { eip: P2cEipValues }) =>
  eip.source === 'existing' ? (
    <EipName id={eip.eipId} />
  ) : (
    `New, ${eip.bandwidthSize} Mbit/s, billed by ${eip.chargeMode}`
  )

/** The wizard, step by step. */
export const p2cSteps: readonly WizardStep<P2cGatewayValues>[] = [
  {
    id: 'network',
    title: 'Network',
    description: 'Where the gateway sits.',
    fields: ['vpcId', 'connectSubnetId'],
    Content: NetworkStep,
    summary: ({ vpcId, connectSubnetId }) => [
      { label: 'VPC', value: <VpcName id={vpcId} /> },
      { label: 'Interconnection subnet', value: <SubnetName id={connectSubnetId} vpcId={vpcId} /> },
    ],
  },
  {
    id: 'capacity',
    title: 'Capacity and zones',
    description: 'How many people it carries at once, and in which zones it runs.',
    fields: ['connections', 'zones'],
    Content: CapacityStep,
    summary: ({ connections, zones }) => [
      { label: 'Maximum connections', value: connections },
      { label: 'Availability zones', value: zones.join(', ') || 'Picked by the service' },
    ],
  },
  {
    id: 'address',
    title: 'Address',
    description: 'Where clients connect to.',
    fields: ['eip'],
    Content: AddressStep,
    summary: ({ eip }) => [{ label: 'EIP', value: <EipLine eip={eip} /> }],
  },
  {
    id: 'name',
    title: 'Name and tags',
    fields: ['name', 'enterpriseProjectId', 'tags'],
    Content: NameStep,
    summary: ({ name, enterpriseProjectId, tags }) => [
      { label: 'Name', value: name },
      { label: 'Enterprise project', value: <ProjectName id={enterpriseProjectId} /> },
      { label: 'Tags', value: tags.map(({ key, value }) => (value ? `${key}: ${value}` : key)).join(', ') },
    ],
  },
]
