import { randomBytes } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { Tables } from './tables.ts'

export type Portal = Selectable<Tables['self_service_portals']>
export type VpnInvitation = Selectable<Tables['vpn_user_invitations']>

export type ServerPlace = { cloudId: string; serverId: string }

export type NewInvitation = ServerPlace & {
  id: string
  tokenHash: string
  /** Empty where the server has no users of its own. */
  vpnUserId: string
  userName: string
  expiresAt: number
  createdBy: string
}

/** How long after the password was set the profile can be fetched with the same link. */
export const profileForMs = 30 * 60_000
/** Invitations that are over are listed for so long. */
const keptMs = 90 * 24 * 60 * 60_000
const mostListed = 1_000

/** Portals and invitations of VPN users. Nothing here is a secret, nor lets anybody make a link. */
export const createSelfService = (db: Kysely<Tables>, now: () => number) => {
  const portals = () => db.selectFrom('self_service_portals').selectAll()

  const portalOf = ({ cloudId, serverId }: ServerPlace): Promise<Portal | undefined> =>
    portals().where('cloud_id', '=', cloudId).where('server_id', '=', serverId).executeTakeFirst()

  const invitations = () => db.selectFrom('vpn_user_invitations').selectAll()
  const changeInvitation = (id: string) => db.updateTable('vpn_user_invitations').where('id', '=', id)

  return {
    portalOf,

    /** Switches the page of a server on or off; its address stays the same. */
    setPortal: async (place: ServerPlace, isOn: boolean, by: string): Promise<Portal | undefined> => {
      const at = now()
      const offAt = isOn ? null : at
      await db
        .insertInto('self_service_portals')
        .values({
          id: randomBytes(16).toString('base64url'),
          cloud_id: place.cloudId,
          server_id: place.serverId,
          off_at: offAt,
          created_at: at,
          created_by: by,
        })
        .onConflict((conflict) => conflict.columns(['cloud_id', 'server_id']).doUpdateSet({ off_at: offAt }))
        .execute()
      return portalOf(place)
    },

    /** A portal that is on. */
    openPortal: (id: string): Promise<Portal | undefined> =>
      portals().where('id', '=', id).where('off_at', 'is', null).executeTakeFirst(),

    /** All portals that are on. */
    openPortals: (): Promise<Portal[]> => portals().where('off_at', 'is', null).orderBy('id').execute(),

    /** Keeps new invitations; those of the same people that are still open end with it. */
    invite: async (all: readonly NewInvitation[]): Promise<void> => {
      const at = now()
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('vpn_user_invitations')
          .where('expires_at', '<', at - keptMs)
          .execute()
        for (const given of all) {
          await trx
            .updateTable('vpn_user_invitations')
            .set({ revoked_at: at })
            .where('cloud_id', '=', given.cloudId)
            .where('server_id', '=', given.serverId)
            .where('vpn_user_id', '=', given.vpnUserId)
            .where('user_name', '=', given.userName)
            .where('used_at', 'is', null)
            .where('revoked_at', 'is', null)
            .execute()
          await trx
            .insertInto('vpn_user_invitations')
            .values({
              id: given.id,
              token_hash: given.tokenHash,
              cloud_id: given.cloudId,
              server_id: given.serverId,
              vpn_user_id: given.vpnUserId,
              user_name: given.userName,
              created_at: at,
              created_by: given.createdBy,
              expires_at: given.expiresAt,
              opened_at: null,
              used_at: null,
              revoked_at: null,
            })
            .execute()
        }
      })
    },

    /** Those of a server, newest first. */
    invitations: ({ cloudId, serverId }: ServerPlace): Promise<VpnInvitation[]> =>
      invitations()
        .where('cloud_id', '=', cloudId)
        .where('server_id', '=', serverId)
        .orderBy('created_at', 'desc')
        .orderBy('user_name')
        .limit(mostListed)
        .execute(),

    invitation: (id: string): Promise<VpnInvitation | undefined> =>
      invitations().where('id', '=', id).executeTakeFirst(),

    /** Withdraws an invitation, and with it the profile of one that was used just now; false where there is none. */
    revoke: async (id: string, { cloudId, serverId }: ServerPlace): Promise<boolean> => {
      const { numUpdatedRows } = await changeInvitation(id)
        .where('cloud_id', '=', cloudId)
        .where('server_id', '=', serverId)
        .where('revoked_at', 'is', null)
        .set({ revoked_at: now() })
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    markOpened: async (id: string): Promise<void> => {
      await changeInvitation(id).where('opened_at', 'is', null).set({ opened_at: now() }).execute()
    },

    /** Takes the one use of an invitation. Of two who come at the same moment, one gets it. */
    claim: async (id: string): Promise<boolean> => {
      const at = now()
      const { numUpdatedRows } = await changeInvitation(id)
        .where('used_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where('expires_at', '>', at)
        .set({ used_at: at })
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    /** Gives the use back: nothing came of it. */
    unclaim: async (id: string): Promise<void> => {
      await changeInvitation(id).set({ used_at: null }).execute()
    },
  }
}
export type SelfService = ReturnType<typeof createSelfService>
