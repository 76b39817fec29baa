/** What an entry keeps in place of a secret. */
const mask = '***'

export type Difference = {
  /** The path of the field as the cloud names it. */
  path: string
  label: string
  /** Undefined where it was not there. */
  before: string | undefined
  after: string | undefined
  /** `aside`: it is another, but nobody set it. */
  kind: 'same' | 'changed' | 'added' | 'removed' | 'secret' | 'aside'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainText = (value: unknown): string => {
  if (value === null) return '(empty)'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Each plain value by its path; lists of plain values are one text. */
export const flatten = (value: unknown, path = ''): [string, string][] => {
  if (value === undefined) return []
  const below = (key: string | number) => (path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(value)) {
    if (value.length === 0) return [[path, '(none)']]
    if (!value.some((item) => typeof item === 'object' && item !== null))
      return [[path, value.map(plainText).join(', ')]]
    return value.flatMap((item: unknown, at) => flatten(item, below(at + 1)))
  }
  if (isRecord(value)) return Object.entries(value).flatMap(([key, inner]) => flatten(inner, below(key)))
  return [[path, plainText(value)]]
}

const words: Readonly<Record<string, string>> = {
  id: 'id',
  ids: 'ids',
  ip: 'IP',
  psk: 'pre-shared key',
  bgp: 'BGP',
  asn: 'ASN',
  ike: 'IKE',
  ikepolicy: 'IKE policy',
  ipsecpolicy: 'IPsec policy',
  dpd: 'dead peer detection',
  dh: 'DH',
  pfs: 'PFS',
  vpc: 'VPC',
  er: 'enterprise router',
  eip: 'EIP',
  eip1: 'EIP 1',
  eip2: 'EIP 2',
  cidr: 'CIDR',
  ha: 'HA',
  vgw: 'VPN gateway',
  cgw: 'customer gateway',
  p2c: 'Point-to-Cloud',
  vpn: 'VPN',
  nqa: 'NQA',
  sha2: 'SHA-2',
  ca: 'CA',
  dns: 'DNS',
  url: 'URL',
}

/** `vpn_connection.ikepolicy.dh_group` as `IKE policy, DH group`: the object itself goes without saying. */
export const fieldWords = (path: string): string => {
  const parts = path.split('.')
  const inner = parts.length > 1 ? parts.slice(1) : parts
  const text = inner
    .map((part) =>
      part
        .split('_')
        .map((word) => (Object.hasOwn(words, word) ? words[word] : word))
        .join(' '),
    )
    .join(', ')
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** JSON that the console wrote itself; undefined where there is none, or where it kept only that there was too much. */
export const readState = (text: string | undefined): unknown => {
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && ('not_known' in value || 'left_out' in value) ? undefined : value
  } catch {
    return undefined
  }
}

/** What follows from a change, and is none: an object is being updated, and knows when. */
const follows = /(?:^|\.)(?:status|updated_at|update_time)$/

const kindOf = (path: string, before: string | undefined, after: string | undefined): Difference['kind'] => {
  if (before === after) return 'same'
  if (follows.test(path)) return 'aside'
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

/** Field by field what was before and what is after; secrets that were sent are named, never shown. */
export const differences = (before: unknown, after: unknown, sent: unknown): Difference[] => {
  const [was, is] = [new Map(flatten(before)), new Map(flatten(after))]
  const secrets = flatten(sent).flatMap(([path, value]) => (value === mask ? [path] : []))
  const paths = [...new Set([...was.keys(), ...is.keys(), ...secrets])]
  return paths.map((path) => {
    const [old, now] = [was.get(path), is.get(path)]
    const label = fieldWords(path)
    if (secrets.includes(path)) return { path, label, before: undefined, after: undefined, kind: 'secret' }
    return { path, label, before: old, after: now, kind: kindOf(path, old, now) }
  })
}
