import { type P2cVpnGateway, type VpnServer, type VpnUser } from '@vpn-console/api-client'
import { onlineState, type OnlineUsers } from './online.ts'

export const countUsers = (count: number): string => `${count} ${count === 1 ? 'user' : 'users'}`

const list = new Intl.ListFormat('en')

/** How many users there are, and how many there may be: as many as the gateway has connections. */
export const roomWords = (count: number | undefined, gateway: P2cVpnGateway | undefined): string => {
  const most = gateway?.max_connection_number
  if (gateway === undefined || most === undefined) {
    return 'A server takes as many users as its gateway has connections; how many those are is not known here.'
  }
  if (count === undefined)
    return `${gateway.name} has ${most} connections, and so the server takes ${countUsers(most)}.`
  const left = Math.max(0, most - count)
  const rest = left === 0 ? 'no more fit' : `${left} more ${left === 1 ? 'fits' : 'fit'}`
  return `${count} of the ${most} connections of ${gateway.name} are used as users: ${rest}.`
}

/** Why no user can be added, or undefined where one can. */
export const roomRefusal = (count: number | undefined, gateway: P2cVpnGateway | undefined): string | undefined => {
  const most = gateway?.max_connection_number
  if (most === undefined || count === undefined || count < most) return undefined
  return `The server has ${countUsers(count)}, as many as ${gateway?.name ?? 'its gateway'} has connections. Delete users who are not needed, or raise the connections of the gateway.`
}

export type OtherMode = { title: string; text: string; tab?: { id: string; text: string } }

/** What a server has in the place of users with passwords; undefined where it has those. */
export const otherMode = ({ client_auth_type: mode, idp_name }: VpnServer): OtherMode | undefined => {
  switch (mode) {
    case undefined:
    case 'LOCAL_PASSWORD':
      return undefined
    case 'CERT':
      return {
        title: 'Clients sign in with certificates here',
        text: 'Whoever has a certificate signed by one of the client CAs of this server may connect. There are no users, groups or access policies.',
        tab: { id: 'client-cas', text: 'Client CAs' },
      }
    case 'IAM':
      return {
        title: 'IAM users sign in here',
        text: 'People connect with their IAM user of the cloud account, and are managed in IAM. There is nothing to create here.',
      }
    case 'FEDERATED':
      return {
        title: 'An identity provider signs people in here',
        text: `People connect with their accounts of ${idp_name ?? 'the identity provider'}, and are managed there. There is nothing to create here.`,
      }
    default:
      return {
        title: `Clients sign in by ${mode}`,
        text: 'This console does not know this way of signing in. Users with passwords belong to servers with local passwords.',
      }
  }
}

/** What deleting users takes with it. */
export const deleteConsequence = (users: readonly Pick<VpnUser, 'name'>[], online: OnlineUsers | undefined): string => {
  const one = users.length === 1
  const base = `${one ? 'The user' : 'These users'} can sign in no more, and ${one ? 'the password is' : 'their passwords are'} gone: creating ${one ? 'the same name again needs a new one' : 'the same names again needs new ones'}.`
  if (online === undefined) {
    return `${base} Whether ${one ? 'the user' : 'somebody of them'} is online is not known: a connection that is open is cut.`
  }
  const there = users.filter(({ name }) => onlineState(online, name) === 'Online').map(({ name }) => name)
  if (there.length === 0) return `${base} ${one ? 'The user is not' : 'None of them is'} online now.`
  const named = there.length > 5 ? `${there.slice(0, 5).join(', ')} and ${there.length - 5} more` : list.format(there)
  return `${base} ${named} ${there.length === 1 ? 'is' : 'are'} online now and ${there.length === 1 ? 'is' : 'are'} cut at once.`
}
