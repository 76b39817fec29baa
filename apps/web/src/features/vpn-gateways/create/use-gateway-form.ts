import type { EnterpriseRouter, ExtendedAvailabilityZone, Subnet } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { enterpriseRouterList, subnetList } from '../../../api/lists.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { queryClient } from '../../../api/query-client.ts'
import type { GatewayFormValues } from './gateway-form.ts'
import { zoneMatrix } from '../gateway-queries.ts'

export const useGatewayForm = () => useFormContext<GatewayFormValues>()

/** Sets what depends on a choice; old messages about it go, since it is new. */
export const useFill = () => {
  const { setValue, clearErrors } = useGatewayForm()
  return (change: Partial<GatewayFormValues>) => {
    for (const [key, value] of Object.entries(change)) {
      const name = key as keyof GatewayFormValues // Object.entries forgets the names
      setValue(name, value as never, { shouldDirty: true }) // and that each value is of its own field
      clearErrors(name)
    }
  }
}

/** The matrix of specifications and zones; undefined while, or where, it cannot be read. */
export const useZones = (): readonly ExtendedAvailabilityZone[] | undefined =>
  useQuery(zoneMatrix(useCloudId())).data?.availability_zones

/** A list as far as it can be read: where it cannot, ids and blocks are typed. */
const readable = async <T>(list: Promise<T[]>): Promise<T[]> => {
  try {
    return await list
  } catch {
    return []
  }
}

export const readSubnets = async (cloudId: string, vpcId: string): Promise<Subnet[]> =>
  vpcId === '' ? [] : readable(queryClient.ensureQueryData(subnetList(cloudId, vpcId)))

export const readRouters = (cloudId: string): Promise<EnterpriseRouter[]> =>
  readable(queryClient.ensureQueryData(enterpriseRouterList(cloudId)))

/** Subnets that have been read so far, for the check of the form. */
export const knownSubnets = (cloudId: string, vpcIds: readonly string[]): Subnet[] =>
  [...new Set(vpcIds)].flatMap((vpcId) => queryClient.getQueryData(subnetList(cloudId, vpcId).queryKey) ?? [])
