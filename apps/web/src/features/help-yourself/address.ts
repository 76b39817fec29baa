import { paths } from '../../paths.ts'

const tokenForm = /[\w-]{1,36}\.[\w-]{43}\.[\w-]{43}/
const portalForm = /\/help-yourself\/([\w-]{1,64})/

/** Where a pasted address leads on this console: the page of a VPN, or an invitation; undefined where it is neither. */
export const pageOf = (pasted: string): string | undefined => {
  const [token] = tokenForm.exec(pasted) ?? []
  if (token !== undefined) return `${paths.vpnInvitation()}#${token}`
  const [, portalId] = portalForm.exec(pasted) ?? []
  if (portalId === undefined || portalId === 'invitation') return undefined
  return portalId === 'mine' ? paths.myVpn() : paths.helpYourself(portalId)
}
