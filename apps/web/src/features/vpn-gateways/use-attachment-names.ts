import type { VpnGateway } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { enterpriseRouterList, vpcList } from '../../api/lists.ts'

export type NameOf = (gateway: VpnGateway) => string

const namesChangeSeldomMs = 5 * 60_000

/** Names of the VPCs and enterprise routers that gateways are attached to; the id where a name is not to be had. */
export const useAttachmentNames = (cloudId: string): NameOf => {
  const { data: vpcs } = useQuery({ ...vpcList(cloudId), staleTime: namesChangeSeldomMs })
  const { data: routers } = useQuery({ ...enterpriseRouterList(cloudId), staleTime: namesChangeSeldomMs })
  return useCallback(
    ({ attachment_type, er_id, vpc_id }) => {
      const id = attachment_type === 'er' ? er_id : vpc_id
      const named = (attachment_type === 'er' ? routers : vpcs)?.find((candidate) => candidate.id === id)
      return named?.name ?? id ?? ''
    },
    [vpcs, routers],
  )
}
