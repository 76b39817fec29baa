import { operationQuery } from '../../../api/operation-query.ts'

/** More than anybody upgrades a gateway. */
const mostJobs = 200

/** The upgrades of one gateway, with their steps. */
export const jobList = (cloudId: string, gatewayId: string) =>
  operationQuery(cloudId, 'listVpnGatewayJobs', { query: { resource_id: gatewayId, limit: mostJobs } })
