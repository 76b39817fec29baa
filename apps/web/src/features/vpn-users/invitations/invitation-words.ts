import type { NewVpnInvitation, VpnInvitation } from '@vpn-console/api-client'
import { paths } from '../../../paths.ts'
import { csvCell } from '../../../ui/table/export.ts'

/** What became of a link, in words. */
export const stateWords: Readonly<Record<VpnInvitation['state'], string>> = {
  sent: 'Not opened yet',
  opened: 'Opened, not used',
  used: 'Used',
  expired: 'Expired',
  revoked: 'Revoked',
}

export const stateKinds = {
  sent: 'pending',
  opened: 'in-progress',
  used: 'success',
  expired: 'stopped',
  revoked: 'stopped',
} as const satisfies Record<VpnInvitation['state'], string>

/** Whether a link could still be used, and so be revoked. */
export const isOpenLink = ({ state }: Pick<VpnInvitation, 'state'>): boolean => state === 'sent' || state === 'opened'

/** The link as it is sent to somebody; the token is behind the `#`, which no server sees. */
export const linkOf = (token: string, origin: string): string =>
  `${new URL(paths.vpnInvitation(), origin).href}#${token}`

/** Names and links as a sheet, for a mail merge. */
export const linksCsv = (made: readonly NewVpnInvitation[], origin: string): string =>
  [
    ['User name', 'Link', 'Good until'],
    ...made.map(({ userName, token, expiresAt }) => [
      userName,
      linkOf(token, origin),
      new Date(expiresAt).toISOString(),
    ]),
  ]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')

export const countLinks = (count: number): string => `${count} ${count === 1 ? 'link' : 'links'}`

/** Names typed one a line, each once. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
