import type { Logger } from 'pino'
import type { CloudAccountRow, CloudAccounts } from '../store/cloud-accounts.ts'
import { SealBroken, type Vault } from '../vault.ts'
import { endpointProblems, endpointsOfRow, settingsOfRow } from './kept-settings.ts'
import type { CloudRegistry } from './registry.ts'

type Parts = {
  accounts: CloudAccounts
  clouds: CloudRegistry
  vault: Vault
  log: Logger
  allowPrivate: boolean
  /** Of the account that the environment names, which nothing entered here replaces. */
  environmentId: string | undefined
}

const sealedElsewhere =
  'Its keys were sealed with another master key, or were altered in the database. Enter them again.'

/**
 * Keeps the clouds that can be reached in step with the accounts in the database, whoever changed them: this replica at
 * once, the others when they look the next time. An account that is replaced ends its calls under way with its old keys.
 */
export const createKeptAccounts = ({ accounts, clouds, vault, log, allowPrivate, environmentId }: Parts) => {
  const connected = new Map<string, number>()
  const troubles = new Map<string, string>()
  let work: Promise<void> = Promise.resolve()
  let seen = ''

  const troubleOf = (row: CloudAccountRow): string | undefined => {
    // The console may have been started with another word on private addresses since they were entered.
    const [problem] = Object.values(
      endpointProblems({ endpoint: row.endpoint || undefined, endpoints: endpointsOfRow(row) }, allowPrivate),
    )
    return problem
  }

  const connect = (row: CloudAccountRow): void => {
    const trouble = troubleOf(row)
    if (trouble === undefined) {
      clouds.connect(settingsOfRow(row, vault))
      troubles.delete(row.id)
    } else {
      clouds.remove(row.id)
      troubles.set(row.id, trouble)
    }
  }

  const apply = (row: CloudAccountRow): void => {
    if (connected.get(row.id) === row.revision) return
    connected.set(row.id, row.revision)
    try {
      connect(row)
    } catch (error) {
      clouds.remove(row.id)
      troubles.set(row.id, error instanceof SealBroken ? sealedElsewhere : 'What is kept of it cannot be read.')
      // Nothing of the error itself: the words of a parser quote what they could not read.
      log.error({ cloudId: row.id }, 'the keys of a cloud account cannot be opened')
    }
  }

  const isUsed = ({ id, disabled_at: disabledAt }: CloudAccountRow) => disabledAt === null && id !== environmentId

  const compare = async (): Promise<void> => {
    const rows = (await accounts.list()).filter(isUsed)
    for (const id of connected.keys()) {
      if (rows.some((row) => row.id === id)) continue
      connected.delete(id)
      troubles.delete(id)
      clouds.remove(id)
    }
    for (const row of rows) apply(row)
  }

  return {
    /** Brings the clouds up to date; one comparison at a time, so that an older one does not end last. */
    sync: (): Promise<void> => {
      work = work.catch(() => {}).then(compare)
      return work
    },
    /** The same, from time to time: a database that is away for a moment changes nothing. */
    poll: async (): Promise<void> => {
      const look = async () => {
        const revisions = JSON.stringify(await accounts.revisions())
        if (revisions !== seen) await compare()
        seen = revisions
      }
      work = work.catch(() => {}).then(look)
      await work.catch((error: unknown) => log.warn({ err: error }, 'cloud accounts could not be looked up'))
    },
    /** Why an account cannot be used, in words. */
    troubleOf: (id: string): string | undefined => troubles.get(id),
  }
}
export type KeptAccounts = ReturnType<typeof createKeptAccounts>
