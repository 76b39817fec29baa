import { useQuery } from '@tanstack/react-query'
import { enterpriseProjectList, enterpriseRouterList, eipList, subnetList, vpcList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { sharedBandwidthList } from '../gateway-queries.ts'

// What was picked, by name: from the lists that the pickers have read already.

type Picked = { id: string }
type Named = { id: string; name?: string | undefined }

const nameOf = (id: string, list: readonly Named[] | undefined): string =>
  list?.find((item) => item.id === id)?.name ?? id

const withBlock = (name: string, block: string | undefined) => (block ? `${name} (${block})` : name)

export const VpcName = ({ id }: Picked) => {
  const { data } = useQuery(vpcList(useCloudId()))
  return <>{id === '' ? '–' : withBlock(nameOf(id, data), data?.find((vpc) => vpc.id === id)?.cidr)}</>
}

export const SubnetName = ({ id, vpcId }: Picked & { vpcId: string }) => {
  const { data } = useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' })
  return <>{id === '' ? '–' : withBlock(nameOf(id, data), data?.find((subnet) => subnet.id === id)?.cidr)}</>
}

export const RouterName = ({ id }: Picked) => {
  const { data } = useQuery(enterpriseRouterList(useCloudId()))
  return <>{nameOf(id, data) || '–'}</>
}

export const ProjectName = ({ id }: Picked) => {
  const { data } = useQuery(enterpriseProjectList(useCloudId()))
  return <>{id === '0' ? 'default' : nameOf(id, data)}</>
}

export const BandwidthName = ({ id }: Picked) => {
  const { data } = useQuery(sharedBandwidthList(useCloudId()))
  return <>{nameOf(id, data)}</>
}

export const EipName = ({ id }: Picked) => {
  const { data } = useQuery(eipList(useCloudId()))
  const eip = data?.find((candidate) => candidate.id === id)
  return <>{(eip?.public_ip_address ?? id) || '–'}</>
}
