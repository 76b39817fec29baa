import type { Cloud, Transport } from '@vpn-console/api-client'

/** One account, region and project, and the way to it. */
export type CloudAccount = {
  id: string
  name: string
  vendor: Cloud['vendor']
  region: string
  /** Empty until it is looked up, where nobody gave it. */
  projectId: string
  transport: Transport
}

export const toCloud = ({ id, name, vendor, region, projectId }: CloudAccount): Cloud => ({
  id,
  name,
  vendor,
  region,
  project_id: projectId,
})
