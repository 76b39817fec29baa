import { blockVersion, networkOf } from '@vpn-console/api-client'

/** Where somebody wants to go: one address, or all addresses of a prefix. */
export type Wanted = { kind: 'address' | 'prefix'; text: string; block: string }

/** Why a typed text is neither, in words; with the prefix that was probably meant. Unfinished: it may become one yet. */
export type NotWanted = { problem: string; suggestion?: string; isUnfinished?: boolean }

const lengths = { ipv4: 32, ipv6: 128 } as const
const names = { ipv4: 'IPv4', ipv6: 'IPv6' } as const

const ipv4Problem = (address: string): NotWanted | undefined => {
  const parts = address.split('.')
  const strange = parts.find((part) => part !== '' && !/^\d+$/.test(part))
  if (strange !== undefined) return { problem: `${strange} is no number, and an IPv4 address is made of four.` }
  const large = parts.find((part) => Number(part) > 255)
  if (large !== undefined) return { problem: `${large} is no part of an IPv4 address: each is 0 to 255.` }
  const padded = parts.find((part) => /^0\d/.test(part))
  if (padded !== undefined)
    return { problem: `Write ${Number(padded)} instead of ${padded}: zeros in front can be misread.` }
  if (parts.length > 4) return { problem: `An IPv4 address has four parts, and ${address} has ${parts.length}.` }
  const hole = parts.slice(0, -1).includes('')
  if (hole) return { problem: `A part of ${address} is missing between two dots.` }
  if (parts.length < 4 || parts.at(-1) === '') {
    return { problem: 'An IPv4 address has four parts, such as 10.1.2.3.', isUnfinished: true }
  }
  return undefined
}

const ipv6Problem = (address: string): NotWanted | undefined => {
  if (address.includes('%'))
    return { problem: `Leave out what follows the % in ${address}: the cloud knows no interface names.` }
  if (blockVersion(`${address}/128`) === 'ipv6') return undefined
  const isUnfinished = /^[\da-f:.]+$/i.test(address) && blockVersion(`${address.replace(/:+$/, '')}::/128`) === 'ipv6'
  if (isUnfinished) return { problem: 'An IPv6 address has eight parts, or :: once for the zeros.', isUnfinished }
  return { problem: `${address} is no IPv6 address. It has eight parts of 0 to ffff, or :: once for the zeros.` }
}

const lengthProblem = (length: string, version: 'ipv4' | 'ipv6'): NotWanted | undefined => {
  const most = lengths[version]
  const range = `an ${names[version]} prefix has a length from /0 to /${most}.`
  if (length === '') return { problem: `After the slash comes the length: ${range}`, isUnfinished: true }
  if (!/^\d{1,3}$/.test(length) || Number(length) > most) return { problem: `/${length} is no length: ${range}` }
  return undefined
}

/** Reads what somebody typed: an address or prefix of either version. Undefined where nothing was typed. */
export const readWanted = (typed: string): Wanted | NotWanted | undefined => {
  const text = typed.trim()
  if (text === '') return undefined
  const [address = '', length, ...more] = text.split('/')
  const version = address.includes(':') ? 'ipv6' : 'ipv4'
  if (version === 'ipv4' && !/^[\d.]/.test(address)) {
    return { problem: `${text} is no address and no prefix. Enter one such as 10.1.2.3, 10.1.0.0/16 or 2001:db8::/32.` }
  }
  if (more.length > 0) return { problem: `${text} has more than one slash.` }
  const problem = version === 'ipv6' ? ipv6Problem(address) : ipv4Problem(address)
  if (problem) return problem
  const whole = `${address}/${lengths[version]}`
  if (length === undefined) return { kind: 'address', text, block: whole }
  const wrongLength = lengthProblem(length, version)
  if (wrongLength) return wrongLength
  const block = networkOf(`${address}/${Number(length)}`) ?? ''
  const own = networkOf(whole) ?? ''
  if (block.split('/')[0] !== own.split('/')[0]) {
    const problem = `${text} is no prefix: bits are set behind its first ${Number(length)}. The prefix around it is ${block}.`
    return { problem, suggestion: block }
  }
  return { kind: 'prefix', text, block }
}
