import type { OperationName, Subnet, VpnGateway } from '@vpn-console/api-client'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { enterpriseProjectList, enterpriseRouterList, subnetList, vpcList } from '../../../api/lists.ts'
import { useDenied } from '../../../api/session.ts'
import { errorText } from '../../../ui/error-words.ts'

type Named = { id: string; name?: string | undefined }

/** What a gateway refers to in another service: by name where its list can be read, else with the reason why not. */
export type Reference = { name?: string; trouble?: string }

export type ReferenceOf = (id: string) => Reference

const referenceOf =
  (what: string, { data, error }: UseQueryResult<readonly Named[]>, denial: string | undefined): ReferenceOf =>
  (id) => {
    const name = data?.find((candidate) => candidate.id === id)?.name
    if (name !== undefined) return { name }
    if (denial !== undefined) return { trouble: `Shown by its id: ${denial}` }
    if (error) return { trouble: `Shown by its id: ${errorText(error)}` }
    return data ? { trouble: `It is not in the list of ${what}.` } : {}
  }

const namesChangeSeldomMs = 5 * 60_000

export type ReferenceNames = { vpc: ReferenceOf; subnet: ReferenceOf; router: ReferenceOf; project: ReferenceOf }

/** Names of all that a gateway refers to, and the subnets of its VPC for the names of its local subnets. */
export const useReferenceNames = (cloudId: string, gateway: VpnGateway): ReferenceNames & { subnets: Subnet[] } => {
  const denied = useDenied()
  const { vpc_id = '', access_vpc_id = '', er_id, enterprise_project_id } = gateway
  const side = (name: OperationName, isWanted: boolean) => ({
    enabled: isWanted && denied(name) === undefined,
    staleTime: namesChangeSeldomMs,
  })
  const vpcs = useQuery({ ...vpcList(cloudId), ...side('listVpcs', `${vpc_id}${access_vpc_id}` !== '') })
  const subnets = useQuery({ ...subnetList(cloudId, vpc_id), ...side('listSubnets', vpc_id !== '') })
  const hasOwnAccess = access_vpc_id !== '' && access_vpc_id !== vpc_id
  const accessSubnets = useQuery({ ...subnetList(cloudId, access_vpc_id), ...side('listSubnets', hasOwnAccess) })
  const routers = useQuery({ ...enterpriseRouterList(cloudId), ...side('listEnterpriseRouters', er_id !== undefined) })
  const isOfProject = enterprise_project_id !== undefined && enterprise_project_id !== '0'
  const projects = useQuery({ ...enterpriseProjectList(cloudId), ...side('listEnterpriseProjects', isOfProject) })

  const inVpc = referenceOf('subnets', subnets, denied('listSubnets'))
  const inAccessVpc = referenceOf('subnets', accessSubnets, denied('listSubnets'))
  return {
    vpc: referenceOf('VPCs', vpcs, denied('listVpcs')),
    subnet: (id) => (hasOwnAccess && inVpc(id).name === undefined ? inAccessVpc(id) : inVpc(id)),
    router: referenceOf('enterprise routers', routers, denied('listEnterpriseRouters')),
    project: (id) =>
      id === '0'
        ? { name: 'default' }
        : referenceOf('enterprise projects', projects, denied('listEnterpriseProjects'))(id),
    subnets: subnets.data ?? [],
  }
}
