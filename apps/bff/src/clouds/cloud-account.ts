import type { Cloud, CloudGrants, Transport } from '@vpn-console/api-client'
import type { AccountSource } from './key-place.ts'

/** One account, region and project, and the way to it. */
export type CloudAccount = {
  id: string
  name: string
  vendor: Cloud['vendor']
  region: string
  /** Empty until it is looked up, where nobody gave it. */
  projectId: string
  /** Open Telekom Cloud has no Point-to-Cloud. */
  hasP2c: boolean
  /** The environment, where it is not given. */
  source?: AccountSource
  transport: Transport
}

export const toCloud = ({ id, name, vendor, region, projectId, hasP2c }: CloudAccount, grants: CloudGrants): Cloud => ({
  id,
  name,
  vendor,
  region,
  hasP2c,
  project_id: projectId,
  grants,
})
