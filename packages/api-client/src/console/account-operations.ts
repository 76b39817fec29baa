import * as z from 'zod'
import {
  accountCheck,
  accountCheckBody,
  accountParams,
  cloudAccount,
  cloudAccountCreate,
  cloudAccountUpdate,
  cloudCredentials,
} from './cloud-account.ts'
import type { ConsoleOperation } from './operation.ts'

/** Cloud accounts: which clouds the console speaks to, and with which keys. No answer ever holds a key. */
export const accountOperations = {
  listCloudAccounts: {
    method: 'GET',
    path: '/api/cloud-accounts',
    action: 'console:cloudAccounts:list',
    status: 200,
    response: z.object({ cloud_accounts: z.array(cloudAccount) }),
  },
  showCloudAccount: {
    method: 'GET',
    path: '/api/cloud-accounts/{accountId}',
    action: 'console:cloudAccounts:show',
    params: accountParams,
    status: 200,
    response: cloudAccount,
  },
  /** Tests what was typed, before it is saved. What fails is told in the answer, not as an error. */
  checkCloudAccount: {
    method: 'POST',
    path: '/api/cloud-account-checks',
    action: 'console:cloudAccounts:create',
    body: accountCheckBody,
    status: 200,
    response: accountCheck,
  },
  /** Tests first, and refuses what cannot be used at all; missing permissions are told in `last_check`. */
  createCloudAccount: {
    method: 'POST',
    path: '/api/cloud-accounts',
    action: 'console:cloudAccounts:create',
    body: cloudAccountCreate,
    status: 201,
    response: cloudAccount,
  },
  updateCloudAccount: {
    method: 'PUT',
    path: '/api/cloud-accounts/{accountId}',
    action: 'console:cloudAccounts:update',
    params: accountParams,
    body: cloudAccountUpdate,
    status: 200,
    response: cloudAccount,
  },
  /** The new keys are tested first, then swapped in: calls under way end with the old ones. */
  rotateCloudAccountKeys: {
    method: 'PUT',
    path: '/api/cloud-accounts/{accountId}/credentials',
    action: 'console:cloudAccounts:rotate',
    params: accountParams,
    body: z.strictObject({ credentials: cloudCredentials }),
    status: 200,
    response: cloudAccount,
  },
  /** Tests again with the keys that are kept; the answer is kept as `last_check`. */
  checkSavedCloudAccount: {
    method: 'POST',
    path: '/api/cloud-accounts/{accountId}/check',
    action: 'console:cloudAccounts:show',
    params: accountParams,
    status: 200,
    response: accountCheck,
  },
  disableCloudAccount: {
    method: 'POST',
    path: '/api/cloud-accounts/{accountId}/disable',
    action: 'console:cloudAccounts:disable',
    params: accountParams,
    status: 200,
    response: cloudAccount,
  },
  enableCloudAccount: {
    method: 'POST',
    path: '/api/cloud-accounts/{accountId}/enable',
    action: 'console:cloudAccounts:disable',
    params: accountParams,
    status: 200,
    response: cloudAccount,
  },
  /** Its keys are destroyed and its grants taken. Nothing happens at the cloud. */
  deleteCloudAccount: {
    method: 'DELETE',
    path: '/api/cloud-accounts/{accountId}',
    action: 'console:cloudAccounts:delete',
    params: accountParams,
    status: 204,
  },
} as const satisfies Record<string, ConsoleOperation>
