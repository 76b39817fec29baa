import {
  services,
  type AccountCheckBody,
  type CloudAccountCreate,
  type CloudAccountUpdate,
  type CloudAccountView,
  type CloudCredentialsGiven,
  type CloudFeatureId,
  type Service,
} from '@vpn-console/api-client'

/** Keys as they are typed; only those of the chosen kind are sent. */
export type KeyValues = {
  kind: CloudCredentialsGiven['kind']
  ak: string
  sk: string
  securityToken: string
  user: string
  password: string
  domain: string
}

/** What can be changed later without new keys. */
export type SettingsValues = {
  name: string
  projectId: string
  domainId: string
  endpoint: string
  endpoints: Record<Service, string>
  features: CloudFeatureId[]
}

export type AccountValues = KeyValues & SettingsValues & { vendor: CloudAccountView['vendor']; region: string }

/** Never kept for a reload. The id of a key is no secret, but of no use without the key. */
export const secretFields = ['ak', 'sk', 'securityToken', 'password'] as const

export const noKeys: KeyValues = {
  kind: 'access-key',
  ak: '',
  sk: '',
  securityToken: '',
  user: '',
  password: '',
  domain: '',
}

// Built from the complete list, so that every service has its field.
export const noEndpoints = Object.fromEntries(services.map((service) => [service, ''])) as Record<Service, string>

/** What makes sense from the start: all that the vendor has. Open Telekom Cloud has no Point-to-Cloud. */
export const usualFeatures = (vendor: CloudAccountView['vendor'], all: readonly CloudFeatureId[]): CloudFeatureId[] =>
  all.filter((id) => vendor !== 'otc' || !(id.startsWith('p2c') || id === 'logs' || id === 'certificates'))

export const emptyAccount = (all: readonly CloudFeatureId[]): AccountValues => ({
  ...noKeys,
  vendor: 'huawei',
  region: '',
  name: '',
  projectId: '',
  domainId: '',
  endpoint: '',
  endpoints: noEndpoints,
  features: usualFeatures('huawei', all),
})

export const toCredentials = (values: KeyValues): CloudCredentialsGiven => {
  const ak = values.ak.trim()
  // Keys are pasted, and a line end comes along easily.
  const sk = values.sk.trim()
  if (values.kind === 'password') {
    const { user, password, domain } = values
    return { kind: 'password', user: user.trim(), password, domain: domain.trim() }
  }
  if (values.kind === 'temporary') {
    return { kind: 'temporary', ak, sk, security_token: values.securityToken.trim() }
  }
  return { kind: 'access-key', ak, sk }
}

/** Ids and addresses as they are sent: what is empty is left out. */
const toPlace = ({ projectId, domainId, endpoint, endpoints }: SettingsValues) => {
  const given = Object.entries(endpoints).flatMap(([service, url]) =>
    url.trim() === '' ? [] : [[service, url.trim()]],
  )
  return {
    ...(projectId.trim() !== '' && { project_id: projectId.trim() }),
    ...(domainId.trim() !== '' && { domain_id: domainId.trim() }),
    ...(endpoint.trim() !== '' && { endpoint: endpoint.trim() }),
    ...(given.length > 0 && { endpoints: Object.fromEntries(given) as Partial<Record<Service, string>> }), // its own keys
  }
}

/** All features are tested, so that they can be chosen by what is found. */
export const toCheckBody = (values: AccountValues): AccountCheckBody => ({
  vendor: values.vendor,
  region: values.region,
  ...toPlace(values),
  credentials: toCredentials(values),
})

export const toCreateBody = (values: AccountValues): CloudAccountCreate => ({
  name: values.name.trim(),
  vendor: values.vendor,
  region: values.region,
  ...toPlace(values),
  features: values.features,
  credentials: toCredentials(values),
})

export const settingsOf = (account: CloudAccountView): SettingsValues => ({
  name: account.name,
  projectId: account.project_id,
  domainId: account.domain_id ?? '',
  endpoint: account.endpoint ?? '',
  endpoints: { ...noEndpoints, ...account.endpoints },
  features: account.features,
})

/** What is edited; keys only where they are asked for again. */
export type EditValues = SettingsValues & KeyValues

export const editValuesOf = (account: CloudAccountView): EditValues => ({
  ...settingsOf(account),
  ...noKeys,
  kind: account.credentials.kind,
})

/** A password is sent to IAM as it is: before it goes to another address, it is asked for again. */
export const asksForPassword = (values: SettingsValues, account: CloudAccountView): boolean => {
  if (account.credentials.kind !== 'password') return false
  const [now, before] = [toPlace(values), toPlace(settingsOf(account))]
  return JSON.stringify([now.endpoint, now.endpoints]) !== JSON.stringify([before.endpoint, before.endpoints])
}

export const toUpdateBody = (values: EditValues, account: CloudAccountView): CloudAccountUpdate => ({
  name: values.name.trim(),
  ...toPlace(values),
  features: values.features,
  ...(asksForPassword(values, account) && { credentials: toCredentials({ ...values, kind: 'password' }) }),
  ...(account.revision !== undefined && { revision: account.revision }),
})

/** Whether two forms go to the same place with the same keys: then a test of one holds for the other. */
export const testKey = (values: AccountValues): string => JSON.stringify(toCheckBody(values))

/** What would be sent, for the review, without what nobody is to read over a shoulder. */
export const shownRequest = (values: AccountValues): unknown => {
  const body = toCreateBody(values)
  const masked = Object.entries(body.credentials).map(([key, value]) => [
    key,
    ['sk', 'security_token', 'password'].includes(key) ? '••••••' : value,
  ])
  return { ...body, credentials: Object.fromEntries(masked) }
}
