import {
  ownError,
  withNeededFeatures,
  type AccountCheck,
  type AccountCheckBody,
  type CloudAccountCreate,
  type CloudAccountUpdate,
  type CloudAccountView,
  type CloudCredentialsGiven,
} from '@vpn-console/api-client'
import type { Dispatcher } from 'undici'
import type { AccountFindings, AccountSettings, CloudAccountRow, CloudAccounts } from '../store/cloud-accounts.ts'
import type { Vault } from '../vault.ts'
import { freeId } from './account-id.ts'
import { viewOfRow, viewOfSettings } from './account-view.ts'
import { checkAccount, type Checked } from './check-account.ts'
import type { CloudSettings } from './connect.ts'
import type { KeptAccounts } from './kept-accounts.ts'
import { featuresOf, requireEndpoints, sealKeys, settingsOfRow, toCredentials } from './kept-settings.ts'
import type { CloudRegistry } from './registry.ts'

type Parts = {
  accounts: CloudAccounts
  clouds: CloudRegistry
  kept: KeptAccounts
  vault: Vault
  environment: CloudSettings | undefined
  allowPrivate: boolean
  dispatchers: { trusted: Dispatcher; public: Dispatcher }
  tuning: { checkCallMs: number; deadlineMs: number }
  now: () => number
}

const unknownAccount = () => ownError('CONSOLE.NOT_FOUND', 'The console knows no cloud account by this id.')
const readOnly = () =>
  ownError('CONSOLE.CONFLICT', 'This account comes from the environment, and is changed where the console is started.')
const overtaken = () => ownError('CONSOLE.CONFLICT', 'Somebody else has changed this account: load it again.')
const taken = () =>
  ownError('CONSOLE.INVALID_INPUT', undefined, { fields: { id: 'This id is taken, or was once. Choose another.' } })
const passwordNeeded = () =>
  ownError('CONSOLE.INVALID_INPUT', undefined, {
    fields: { credentials: 'Enter the password again: from now on it is sent to another address.' },
  })

const findingsOf = ({ check }: Checked): AccountFindings => ({
  last_check: JSON.stringify(check),
  has_p2c: check.has_p2c === undefined ? null : Number(check.has_p2c),
})

const columnsOf = (given: CloudAccountUpdate, projectId: string): AccountSettings => ({
  name: given.name,
  project_id: projectId,
  domain_id: given.domain_id ?? '',
  endpoint: given.endpoint ?? '',
  endpoints: JSON.stringify(given.endpoints ?? {}),
  features: withNeededFeatures(given.features).join(' '),
})

type Place = Pick<AccountCheckBody, 'vendor' | 'region' | 'project_id' | 'domain_id' | 'endpoint' | 'endpoints'>

const settingsFor = (
  id: string,
  name: string,
  place: Place,
  credentials: CloudSettings['credentials'],
): CloudSettings => ({
  id,
  name,
  vendor: place.vendor,
  region: place.region,
  projectId: place.project_id,
  domainId: place.domain_id,
  endpoint: place.endpoint,
  endpoints: place.endpoints,
  source: 'console',
  credentials,
})

/** Keeps the console's cloud accounts: every change is tested at the cloud before it is kept, and works at once. */
export const createAdministration = (parts: Parts) => {
  const { accounts, clouds, kept, vault, environment, allowPrivate, dispatchers, tuning, now } = parts
  // Of the environment's account nothing is kept but in memory.
  let lastCheck: AccountCheck | undefined

  const view = (row: CloudAccountRow) => viewOfRow(row, kept.troubleOf(row.id), row.id === environment?.id)
  const environmentView = (settings: CloudSettings) =>
    viewOfSettings(settings, clouds.get(settings.id)?.projectId ?? settings.projectId ?? '', lastCheck)

  const find = async (id: string): Promise<CloudAccountRow> => {
    // Also where one was entered under the same id: its grants are those of the environment's account now.
    if (id === environment?.id) throw readOnly()
    const row = await accounts.find(id)
    if (row) return row
    throw unknownAccount()
  }

  const test = (settings: CloudSettings, features: AccountCheckBody['features']): Promise<Checked> => {
    const dispatcher = settings.source === 'console' ? dispatchers.public : dispatchers.trusted
    return checkAccount(settings, features, { dispatcher, tuning, now })
  }

  /** Tests what cannot be kept unless it can be used. */
  const testOrRefuse = async (settings: CloudSettings, features: AccountCheckBody['features']) => {
    const checked = await test(settings, features)
    const { project } = checked.check
    if (checked.failure || !project) throw checked.failure ?? ownError('CONSOLE.NO_PROJECT')
    return { ...findingsOf(checked), projectId: project.id }
  }

  const keep = async (row: CloudAccountRow | undefined): Promise<CloudAccountView> => {
    if (!row) throw overtaken()
    await kept.sync()
    return view(row)
  }

  const isTaken = async (id: string) => id === environment?.id || clouds.get(id) !== undefined || accounts.isTaken(id)

  const keysOf = (id: string, credentials: CloudCredentialsGiven, by: string) => ({
    credentials_kind: credentials.kind,
    credentials: sealKeys(vault, id, credentials),
    credentials_by: by,
  })

  return {
    list: async (): Promise<CloudAccountView[]> => {
      const rows = (await accounts.list()).map(view)
      return environment ? [environmentView(environment), ...rows] : rows
    },

    show: async (id: string): Promise<CloudAccountView> =>
      id === environment?.id ? environmentView(environment) : view(await find(id)),

    check: async (given: AccountCheckBody): Promise<AccountCheck> => {
      requireEndpoints(given, allowPrivate)
      const { check } = await test(settingsFor('new', 'new', given, toCredentials(given.credentials)), given.features)
      return check
    },

    create: async (given: CloudAccountCreate, by: string): Promise<CloudAccountView> => {
      requireEndpoints(given, allowPrivate)
      if (given.id !== undefined && (await isTaken(given.id))) throw taken()
      const id = given.id ?? (await freeId(given.name, isTaken))
      const settings = settingsFor(id, given.name, given, toCredentials(given.credentials))
      const { projectId, ...findings } = await testOrRefuse(settings, given.features)
      const { vendor, region } = given
      const row = await accounts.create({
        id,
        vendor,
        region,
        ...columnsOf(given, projectId),
        ...keysOf(id, given.credentials, by),
        ...findings,
      })
      if (!row) throw taken()
      return keep(row)
    },

    update: async (id: string, given: CloudAccountUpdate, by: string): Promise<CloudAccountView> => {
      const row = await find(id)
      if (given.revision !== undefined && given.revision !== row.revision) throw overtaken()
      requireEndpoints(given, allowPrivate)
      const next = columnsOf(given, given.project_id ?? row.project_id)
      const isElsewhere = next.endpoint !== row.endpoint || next.endpoints !== row.endpoints
      // Who may change addresses alone must not have the password sent to one of his own.
      if (isElsewhere && row.credentials_kind === 'password' && !given.credentials) throw passwordNeeded()
      const old = given.credentials ? undefined : settingsOfRow(row, vault).credentials
      const credentials = given.credentials ? toCredentials(given.credentials) : old
      if (!credentials) throw overtaken()
      const { vendor, region } = view(row)
      const settings = settingsFor(id, given.name, { ...given, vendor, region }, credentials)
      const { projectId, ...findings } = await testOrRefuse(settings, given.features)
      const columns = { ...columnsOf(given, projectId), ...findings }
      if (!given.credentials) return keep(await accounts.update(row, columns))
      return keep(await accounts.rotate(row, { ...columns, ...keysOf(id, given.credentials, by) }))
    },

    rotate: async (id: string, credentials: CloudCredentialsGiven, by: string): Promise<CloudAccountView> => {
      const row = await find(id)
      const shown = view(row)
      const settings = settingsFor(id, row.name, shown, toCredentials(credentials))
      const { projectId, ...findings } = await testOrRefuse(settings, featuresOf(row))
      if (row.project_id !== '' && projectId !== row.project_id) {
        throw ownError(
          'CONSOLE.CONFLICT',
          `These keys are of another project, ${projectId}: add them as another account.`,
        )
      }
      return keep(await accounts.rotate(row, { ...keysOf(id, credentials, by), ...findings }))
    },

    checkSaved: async (id: string): Promise<AccountCheck> => {
      if (environment && id === environment.id) {
        lastCheck = (await test(environment, undefined)).check
        return lastCheck
      }
      const row = await find(id)
      const checked = await test(settingsOfRow(row, vault), featuresOf(row))
      // What a failed test could not find out is as it was.
      const { has_p2c: found, ...findings } = findingsOf(checked)
      await accounts.keepCheck(row, { ...findings, has_p2c: found ?? row.has_p2c })
      await kept.sync()
      return checked.check
    },

    setDisabled: async (id: string, disabled: boolean): Promise<CloudAccountView> => {
      const row = await find(id)
      if ((row.disabled_at !== null) === disabled) return view(row)
      return keep(await accounts.setDisabled(row, disabled))
    },

    remove: async (id: string): Promise<void> => {
      await find(id)
      await accounts.remove(id)
      await kept.sync()
    },
  }
}
export type Administration = ReturnType<typeof createAdministration>
