import { ownQuery, renew } from '../../api/console-call.ts'
import { queryClient } from '../../api/query-client.ts'

export const personList = () => ownQuery('listPeople', {})
export const personQuery = (personId: string) => ownQuery('showPerson', { params: { personId } })
export const linkList = (personId: string) => ownQuery('listPersonLinks', { params: { personId } })
export const sessionList = (personId: string) => ownQuery('listPersonSessions', { params: { personId } })

export const renewPeople = (): Promise<unknown> =>
  renew('listPeople', 'showPerson', 'listPersonLinks', 'listPersonSessions')

/** One who is deleted is not asked for again while his page is being left. */
export const forgetPerson = async (personId: string): Promise<void> => {
  await renew('listPeople', 'listGrants', 'listRoles')
  for (const { queryKey } of [personQuery(personId), linkList(personId), sessionList(personId)]) {
    queryClient.removeQueries({ queryKey })
  }
}
