import { ownError } from '@vpn-console/api-client'
import { Router } from 'express'
import { requireConsole } from '../access/permission.ts'
import { SealBroken } from '../vault.ts'
import type { RouteParts } from './parts.ts'
import { createServe } from './serve.ts'

const orLocked = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error
    const why = 'Its keys were sealed with another master key, or were altered in the database. Enter them again.'
    throw ownError('CONSOLE.CONFLICT', why, { cause: error })
  }
}

/** The cloud accounts that the console speaks for. */
export const accountRoutes = (parts: RouteParts): Router => {
  const { accounts } = parts
  const router = Router({ caseSensitive: true, strict: true })
  const serve = createServe(parts, router)
  const idOf = ({ input }: { input: { params: { accountId: string } } }) => input.params.accountId
  const byPath = {
    subject: idOf,
    before: (asked: Parameters<typeof idOf>[0]) => accounts.show(idOf(asked)),
  }

  serve('listCloudAccounts', async () => ({ cloud_accounts: await accounts.list() }))
  serve('showCloudAccount', ({ input }) => accounts.show(input.params.accountId))
  serve('checkCloudAccount', ({ input }) => accounts.check(input.body))
  serve('createCloudAccount', ({ caller, input }) => accounts.create(input.body, caller.userName), {
    subject: ({ input }, answer) => answer?.id ?? input.body.id,
  })
  serve(
    'updateCloudAccount',
    ({ caller, input: { params, body } }) => {
      if (body.credentials) requireConsole(caller, 'console:cloudAccounts:rotate')
      return orLocked(accounts.update(params.accountId, body, caller.userName))
    },
    byPath,
  )
  serve(
    'rotateCloudAccountKeys',
    ({ caller, input: { params, body } }) => accounts.rotate(params.accountId, body.credentials, caller.userName),
    byPath,
  )
  serve('checkSavedCloudAccount', ({ input }) => orLocked(accounts.checkSaved(input.params.accountId)), {
    subject: idOf,
  })
  serve('disableCloudAccount', ({ input }) => accounts.setDisabled(input.params.accountId, true), byPath)
  serve('enableCloudAccount', ({ input }) => accounts.setDisabled(input.params.accountId, false), byPath)
  serve('deleteCloudAccount', ({ input }) => accounts.remove(input.params.accountId), byPath)
  return router
}
