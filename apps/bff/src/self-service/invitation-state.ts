import type { VpnInvitation as Shown } from '@vpn-console/api-client'
import { profileForMs, type VpnInvitation } from '../store/self-service.ts'

type Times = Pick<VpnInvitation, 'opened_at' | 'used_at' | 'revoked_at' | 'expires_at'>

/** What became of an invitation. */
export const stateOf = ({ opened_at, used_at, revoked_at, expires_at }: Times, at: number): Shown['state'] => {
  if (revoked_at !== null) return 'revoked'
  if (used_at !== null) return 'used'
  if (expires_at <= at) return 'expired'
  return opened_at === null ? 'sent' : 'opened'
}

/** What its link still does: set the password; then, for a while, fetch the profile; then nothing. */
export const stepOf = (invitation: Times, at: number): 'password' | 'profile' | undefined => {
  const state = stateOf(invitation, at)
  if (state === 'sent' || state === 'opened') return 'password'
  return state === 'used' && at < (invitation.used_at ?? 0) + profileForMs ? 'profile' : undefined
}
