import type { P2cVpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { enterpriseProjectList, subnetList, vpcList } from '../../../api/lists.ts'
import { useDenied } from '../../../api/session.ts'

type Named = { id: string; name?: string | undefined }

const nameIn = (list: readonly Named[] | undefined, wanted: string | undefined) =>
  list?.find(({ id }) => id === wanted)?.name

const namesChangeSeldomMs = 5 * 60_000

/** Names of what a gateway refers to in other services; undefined where they are not to be had. */
export const usePlaceNames = (cloudId: string, { vpc_id, connect_subnet, enterprise_project_id }: P2cVpnGateway) => {
  const denied = useDenied()
  const staleTime = namesChangeSeldomMs
  const vpcs = useQuery({ ...vpcList(cloudId), staleTime, enabled: denied('listVpcs') === undefined })
  const subnets = useQuery({
    ...subnetList(cloudId, vpc_id ?? ''),
    staleTime,
    enabled: vpc_id !== undefined && denied('listSubnets') === undefined,
  })
  const isOfProject = enterprise_project_id !== undefined && enterprise_project_id !== '0'
  const projects = useQuery({
    ...enterpriseProjectList(cloudId),
    staleTime,
    enabled: isOfProject && denied('listEnterpriseProjects') === undefined,
  })
  return {
    vpc: nameIn(vpcs.data, vpc_id),
    subnet: nameIn(subnets.data, connect_subnet),
    project: enterprise_project_id === '0' ? 'default' : nameIn(projects.data, enterprise_project_id),
  }
}
