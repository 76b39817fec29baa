import {
  collect,
  lastIdPages,
  markerPages,
  type CustomerGateway,
  type EnterpriseProject,
  type EnterpriseRouter,
  type Publicip,
  type Subnet,
  type Vpc,
  type VpnConnection,
  type VpnGateway,
} from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

// Whole lists, whatever number of pages the cloud makes of them. Their keys start like those of the operation, so that
// invalidating it refreshes them too.

const mostItems = 2000

export const gatewayList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVgws', 'all'],
    queryFn: async ({ signal }): Promise<VpnGateway[]> =>
      (await call(cloudId, 'listVgws', {}, { signal })).vpn_gateways,
  })

export const customerGatewayList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listCgws', 'all'],
    queryFn: ({ signal }): Promise<CustomerGateway[]> => {
      const pages = markerPages(200, (query) => call(cloudId, 'listCgws', { query }, { signal }))
      return collect(pages, (page) => page.customer_gateways)
    },
  })

/** All connections, or those of one gateway. */
export const connectionList = (cloudId: string, gatewayId?: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpnConnections', gatewayId ?? 'all'],
    queryFn: ({ signal }): Promise<VpnConnection[]> => {
      const filter = gatewayId === undefined ? {} : { vgw_id: gatewayId }
      const pages = markerPages(mostItems, (page) =>
        call(cloudId, 'listVpnConnections', { query: { ...filter, ...page } }, { signal }),
      )
      return collect(pages, (page) => page.vpn_connections)
    },
  })

export const vpcList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listVpcs', 'all'],
    queryFn: ({ signal }): Promise<Vpc[]> => {
      const pages = lastIdPages(
        mostItems,
        async (query) => (await call(cloudId, 'listVpcs', { query }, { signal })).vpcs,
      )
      return collect(pages, (page) => page)
    },
  })

export const subnetList = (cloudId: string, vpcId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listSubnets', vpcId],
    queryFn: ({ signal }): Promise<Subnet[]> => {
      const pages = lastIdPages(
        mostItems,
        async (page) => (await call(cloudId, 'listSubnets', { query: { vpc_id: vpcId, ...page } }, { signal })).subnets,
      )
      return collect(pages, (page) => page)
    },
  })

export const eipList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listPublicips', 'all'],
    queryFn: ({ signal }): Promise<Publicip[]> => {
      const pages = lastIdPages(
        mostItems,
        async (query) => (await call(cloudId, 'listPublicips', { query }, { signal })).publicips,
      )
      return collect(pages, (page) => page)
    },
  })

export const enterpriseRouterList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listEnterpriseRouters', 'all'],
    queryFn: ({ signal }): Promise<EnterpriseRouter[]> => {
      const pages = markerPages(mostItems, (query) => call(cloudId, 'listEnterpriseRouters', { query }, { signal }))
      return collect(pages, (page) => page.instances)
    },
  })

export const enterpriseProjectList = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listEnterpriseProjects', 'all'],
    queryFn: async ({ signal }): Promise<EnterpriseProject[]> =>
      (await call(cloudId, 'listEnterpriseProjects', { params: {}, query: { limit: 1000 } }, { signal }))
        .enterprise_projects,
  })
