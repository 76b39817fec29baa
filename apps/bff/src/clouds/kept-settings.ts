import {
  accountCheckBody,
  cloudCredentials,
  cloudFeatureIds,
  cloudVendors,
  ownError,
  services,
  type AccountCheckBody,
  type CloudCredentialsGiven,
  type CloudFeatureId,
} from '@vpn-console/api-client'
import * as z from 'zod'
import type { CloudAccountRow } from '../store/cloud-accounts.ts'
import type { Vault } from '../vault.ts'
import type { CloudSettings } from './connect.ts'
import { endpointProblem } from './endpoint.ts'

/** The place that an account's keys are sealed for. */
export const keysContext = (id: string): string => `cloud_accounts/${id}`

export const sealKeys = (vault: Vault, id: string, credentials: CloudCredentialsGiven): string =>
  vault.seal(JSON.stringify(credentials), keysContext(id))

const openKeys = (vault: Vault, row: CloudAccountRow): CloudCredentialsGiven =>
  cloudCredentials.parse(JSON.parse(vault.open(row.credentials ?? '', keysContext(row.id))))

export const toCredentials = (given: CloudCredentialsGiven): CloudSettings['credentials'] => {
  if (given.kind === 'password') return { user: given.user, password: given.password, domain: given.domain }
  const securityToken = given.kind === 'temporary' ? given.security_token : undefined
  return { ak: given.ak, sk: given.sk, securityToken }
}

const vendor = z.enum(cloudVendors)
const endpoints = accountCheckBody.shape.endpoints.unwrap()

export const featuresOf = ({ features }: Pick<CloudAccountRow, 'features'>): CloudFeatureId[] =>
  cloudFeatureIds.filter((id) => features.split(' ').includes(id))

export const endpointsOfRow = (row: Pick<CloudAccountRow, 'endpoints'>): AccountCheckBody['endpoints'] => {
  const given = endpoints.parse(JSON.parse(row.endpoints))
  return Object.keys(given).length > 0 ? given : undefined
}

/** Whether the console offers Point-to-Cloud on an account: where it was chosen, and the region has it. */
export const hasP2c = (row: Pick<CloudAccountRow, 'features' | 'has_p2c' | 'vendor'>): boolean =>
  featuresOf(row).includes('p2c-read') && (row.has_p2c === null ? row.vendor !== 'otc' : row.has_p2c === 1)

/** What a row says, with its keys opened. Throws SealBroken where they were sealed with another master key. */
export const settingsOfRow = (row: CloudAccountRow, vault: Vault): CloudSettings => ({
  id: row.id,
  name: row.name,
  vendor: vendor.parse(row.vendor),
  region: row.region,
  projectId: row.project_id || undefined,
  domainId: row.domain_id || undefined,
  endpoint: row.endpoint || undefined,
  endpoints: endpointsOfRow(row),
  hasP2c: hasP2c(row),
  source: 'console',
  credentials: toCredentials(openKeys(vault, row)),
})

type Endpoints = Pick<AccountCheckBody, 'endpoint' | 'endpoints'>

/** What is wrong with the addresses that somebody gives, by field. */
export const endpointProblems = (given: Endpoints, allowPrivate: boolean): Record<string, string> => {
  const named = services.map((service) => [`endpoints.${service}`, given.endpoints?.[service]] as const)
  const all = [['endpoint', given.endpoint] as const, ...named]
  return Object.fromEntries(
    all.flatMap(([field, text]) => {
      const problem = text === undefined ? undefined : endpointProblem(text, allowPrivate)
      return problem === undefined ? [] : [[field, problem]]
    }),
  )
}

/** Refuses addresses that the console must not call. */
export const requireEndpoints = (given: Endpoints, allowPrivate: boolean): void => {
  const fields = endpointProblems(given, allowPrivate)
  if (Object.keys(fields).length > 0) throw ownError('CONSOLE.INVALID_INPUT', undefined, { fields })
}
