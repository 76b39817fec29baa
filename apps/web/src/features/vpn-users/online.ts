import type { P2cConnection } from '@vpn-console/api-client'

/** The addresses that each connected user has inside the tunnel, by the user's name. */
export type OnlineUsers = Readonly<Record<string, readonly string[]>>

export type OnlineState = 'Online' | 'Offline' | 'Unknown'

/** Nothing that moves with each poll is kept, so that a list is drawn anew only when people come or go. */
export const onlineUsers = (connections: readonly P2cConnection[]): OnlineUsers => {
  const found = new Map<string, string[]>()
  for (const { client_user_name: name, client_virtual_ip: address = '' } of connections) {
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), address])
  }
  return Object.fromEntries([...found].map(([name, addresses]) => [name, addresses.toSorted()]))
}

/** A name like `constructor` is no property of the record itself. */
const addressesOf = (online: OnlineUsers, name: string): readonly string[] =>
  Object.hasOwn(online, name) ? (online[name] ?? []) : []

/** Whether a user is connected; where nobody could be asked it is not known, which is not the same as offline. */
export const onlineState = (online: OnlineUsers | undefined, name: string): OnlineState =>
  online === undefined ? 'Unknown' : addressesOf(online, name).length > 0 ? 'Online' : 'Offline'

/** What to say beside the state: the address in the tunnel, or how many connections there are. */
export const onlineNote = (online: OnlineUsers | undefined, name: string): string | undefined => {
  const addresses = online === undefined ? [] : addressesOf(online, name)
  return addresses.length > 1 ? `${addresses.length} connections` : addresses[0] || undefined
}
