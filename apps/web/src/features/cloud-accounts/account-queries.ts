import { ownQuery, renew } from '../../api/console-call.ts'
import { queryClient } from '../../api/query-client.ts'
import { sessionQuery } from '../../api/session.ts'

export const accountList = () => ownQuery('listCloudAccounts', {})

export const accountQuery = (accountId: string) => ownQuery('showCloudAccount', { params: { accountId } })

/** After a change: the list, and the clouds of the session, which the switcher shows. */
const renewList = () =>
  Promise.all([renew('listCloudAccounts'), queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })])

export const renewAccounts = async (): Promise<void> => {
  await Promise.all([renewList(), renew('showCloudAccount')])
}

/** One that is deleted is not asked for again while its page is being left. */
export const forgetAccount = async (accountId: string): Promise<void> => {
  await renewList()
  queryClient.removeQueries({ queryKey: accountQuery(accountId).queryKey })
}
