import { cloudFeatureIds, type AccountCheck, type CloudAccountView } from '@vpn-console/api-client'
import type { CloudAccountRow } from '../store/cloud-accounts.ts'
import type { CloudSettings } from './connect.ts'
import { endpointsOfRow, featuresOf, hasP2c } from './kept-settings.ts'

const kindOf = (credentials: CloudSettings['credentials']): CloudAccountView['credentials']['kind'] => {
  if ('user' in credentials) return 'password'
  return credentials.securityToken ? 'temporary' : 'access-key'
}

/** The account from the environment, as it is shown: without its keys. */
export const viewOfSettings = (
  settings: CloudSettings,
  projectId: string,
  lastCheck: AccountCheck | undefined,
): CloudAccountView => ({
  id: settings.id,
  name: settings.name,
  vendor: settings.vendor,
  region: settings.region,
  project_id: projectId,
  domain_id: settings.domainId,
  endpoint: settings.endpoint,
  endpoints: settings.endpoints,
  features: [...cloudFeatureIds],
  has_p2c: settings.hasP2c ?? settings.vendor !== 'otc',
  source: 'environment',
  state: 'enabled',
  credentials: { kind: kindOf(settings.credentials) },
  last_check: lastCheck,
})

// Written by us from what the schema describes.
const checkOf = (text: string | null) => (text === null ? undefined : (JSON.parse(text) as AccountCheck))

const stateOf = (row: CloudAccountRow, trouble: string | undefined, isHidden: boolean): CloudAccountView['state'] => {
  if (isHidden) return 'hidden'
  if (row.disabled_at !== null) return 'disabled'
  return trouble === undefined ? 'enabled' : 'locked'
}

/** An account that is kept here, as it is shown: of its keys only their kind, and who entered them when. */
export const viewOfRow = (row: CloudAccountRow, trouble: string | undefined, isHidden: boolean): CloudAccountView => ({
  id: row.id,
  name: row.name,
  // Both were checked against their lists when they were written.
  vendor: row.vendor as CloudAccountView['vendor'],
  region: row.region,
  project_id: row.project_id,
  domain_id: row.domain_id || undefined,
  endpoint: row.endpoint || undefined,
  endpoints: endpointsOfRow(row),
  features: featuresOf(row),
  has_p2c: hasP2c(row),
  source: 'console',
  state: stateOf(row, trouble, isHidden),
  trouble,
  credentials: {
    kind: row.credentials_kind as CloudAccountView['credentials']['kind'],
    entered_at: row.credentials_at,
    entered_by: row.credentials_by,
  },
  last_check: checkOf(row.last_check),
  created_at: row.created_at,
  created_by: row.created_by,
  updated_at: row.updated_at,
  revision: row.revision,
})
