import { allows, seesServersOnly, type Session } from '@vpn-console/api-client'
import { lastCloudOf } from './api/last-cloud.ts'
import { paths } from './paths.ts'

/** Where somebody begins: at what he is here for. Undefined where nothing was given to him. */
export const landing = (session: Session): string | undefined => {
  const cloud = lastCloudOf(session)
  if (cloud) {
    const of = { cloudId: cloud.id }
    return seesServersOnly(cloud.grants) ? paths.vpnServers(of) : paths.overview(of)
  }
  if (session.isVpnUser) return paths.myVpn()
  return allows(session.actions, 'console:cloudAccounts:list') ? paths.cloudAccounts() : undefined
}
