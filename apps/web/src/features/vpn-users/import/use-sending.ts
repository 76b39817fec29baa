import type { VpnUserBatchItem } from '@vpn-console/api-client'
import { useEffect, useState } from 'react'
import { call } from '../../../api/client.ts'
import { createOrFind } from '../../../api/create-or-find.ts'
import { invalidate } from '../../../api/operation-query.ts'
import { createStore, useStore, type Store } from '../../../api/store.ts'
import { randomUuid } from '../../../api/uuid.ts'
import { staticIpOf } from './precheck.ts'
import type { UserRow } from './rows.ts'
import { runSending, type SendingCalls } from './run-sending.ts'
import { beginSending, step, type Batch, type Sending } from './sending.ts'
import { usersNow } from './server-facts.ts'

/** A user as the service is to get it; a group that is not to be created stands for the default one. */
export const toBatchItem = (row: UserRow, groups: ReadonlySet<string>): VpnUserBatchItem => {
  const { name, password, group, description } = row
  const static_ip = staticIpOf(row)
  return {
    name,
    password,
    ...(description !== '' && { description }),
    ...(groups.has(group) && { user_group_name: group }),
    ...(static_ip !== undefined && { static_ip }),
  }
}

const createGroup = (cloudId: string, serverId: string, name: string) => {
  const params = { vpn_server_id: serverId }
  const clientToken = randomUuid()
  return createOrFind<{ id: string; name?: string }>({
    send: async () => {
      const body = { user_group: { name } }
      return (await call(cloudId, 'createVpnUserGroup', { params, body }, { clientToken })).user_group
    },
    list: async () => (await call(cloudId, 'listVpnUserGroups', { params, query: { limit: 200 } })).user_groups,
    idOf: ({ id }) => id,
    nameOf: (group) => group.name ?? '',
    name,
  })
}

export type Preparing = { made: number; of: number; error?: unknown }

const nothing = createStore<Sending | undefined>(undefined)

/** Creates the groups that are missing, then the users, and keeps on until it is stopped, done, or the page is left. */
export const useSending = (cloudId: string, serverId: string) => {
  const [preparing, setPreparing] = useState<Preparing>()
  const [store, setStore] = useState<Store<Sending>>()
  const [calls, setCalls] = useState<SendingCalls>()
  const sending = useStore<Sending | undefined>(
    store ? { ...nothing, get: store.get, subscribe: store.subscribe } : nothing,
  )

  useEffect(() => () => store?.set((state) => step(state, { type: 'stop' }, randomUuid)), [store])

  const run = async (ofStore: Store<Sending>, ofCalls: SendingCalls) => {
    await runSending(ofStore, ofCalls)
    void invalidate(cloudId, 'listVpnUsers', 'listVpnUserGroups')
  }

  const begin = async (
    rows: readonly UserRow[],
    groups: { there: ReadonlySet<string>; missing: readonly string[] },
  ) => {
    setStore(undefined)
    const { missing } = groups
    let made = 0
    try {
      for (const name of missing) {
        setPreparing({ made, of: missing.length })
        await createGroup(cloudId, serverId, name)
        made += 1
      }
    } catch (error) {
      setPreparing({ made, of: missing.length, error })
      void invalidate(cloudId, 'listVpnUserGroups')
      return
    }
    setPreparing(undefined)
    const known = new Set([...groups.there, ...missing])
    const params = { vpn_server_id: serverId }
    const next: SendingCalls = {
      create: async ({ rows: users, token }: Batch) => {
        const body = { users: users.map((row) => toBatchItem(row, known)) }
        const { invalid_users } = await call(cloudId, 'batchCreateVpnUsers', { params, body }, { clientToken: token })
        return new Map(invalid_users.map(({ name, cause = 'The service gave no cause.' }) => [name, cause]))
      },
      names: async () => new Set((await usersNow(cloudId, serverId)).map(({ name }) => name)),
      newToken: randomUuid,
    }
    const begun = createStore(beginSending(rows, randomUuid))
    setStore(begun)
    setCalls(next)
    await run(begun, next)
  }

  return {
    preparing,
    sending,
    begin,
    stop: () => store?.set((state) => step(state, { type: 'stop' }, randomUuid)),
    resume: () => {
      if (!store || !calls) return
      store.set((state) => step(state, { type: 'resume' }, randomUuid))
      void run(store, calls)
    },
    forget: () => {
      setStore(undefined)
      setPreparing(undefined)
    },
  }
}
