import type { NewPersonLink, PersonLink, PersonView } from '@vpn-console/api-client'
import { paths } from '../../paths.ts'
import type { StatusKind } from '../../ui/status-words.ts'

export const isoOf = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString()

const states: Record<PersonView['state'], { words: string; kind: StatusKind }> = {
  invited: { words: 'Invited', kind: 'pending' },
  active: { words: 'Active', kind: 'success' },
  locked: { words: 'Has to wait', kind: 'warning' },
  disabled: { words: 'Disabled', kind: 'stopped' },
}
export const stateWords = (state: PersonView['state']): { words: string; kind: StatusKind } => states[state]

/** What the state means for the person, where its name does not say it all. */
export const stateNote = ({ state, locked_until }: PersonView, clock: (time: Date) => string): string | undefined => {
  if (state === 'locked' && locked_until !== undefined) {
    return `Too many failed sign-ins: until ${clock(new Date(locked_until))}`
  }
  return state === 'invited' ? 'Has not set a password yet' : undefined
}

export const sourceWords = (source: PersonView['source']): string => (source === 'sso' ? 'Provider' : 'Password')

const linkStates: Record<PersonLink['state'], { words: string; kind: StatusKind }> = {
  open: { words: 'Can be used', kind: 'success' },
  used: { words: 'Used', kind: 'info' },
  withdrawn: { words: 'Withdrawn', kind: 'stopped' },
  expired: { words: 'Expired', kind: 'stopped' },
}
export const linkStateWords = (state: PersonLink['state']): { words: string; kind: StatusKind } => linkStates[state]

export const purposeWords = (purpose: PersonLink['purpose']): string =>
  purpose === 'invitation' ? 'Invitation' : 'New password'

/** The token stands behind the `#`: browsers keep that to themselves. */
export const linkUrl = (origin: string, token: string): string => `${origin}${paths.link()}#${token}`

/** What the person needs to be told, to be pasted into a message. */
export const linkMessage = (userName: string, { purpose, token }: NewPersonLink, origin: string, until: string) =>
  [
    purpose === 'invitation'
      ? 'You are invited to the VPN Console. Choose your password here:'
      : 'Choose a new password for the VPN Console here:',
    linkUrl(origin, token),
    `Your user name is ${userName}. The link works once, until ${until}. Do not pass it on.`,
  ].join('\n')
