import { noise } from '../random.ts'
import type { TunnelOrder } from '../tunnel-orders.ts'
import type { ConnectionSeed } from './seed.ts'

type Row = Omit<ConnectionSeed, 'for_ms' | 'at'> & {
  /** Days since it was created. */
  age: number
  /** Minutes since the tunnel has been in its trouble; left out, it never came up. */
  minutes?: number
}

const minute = 60_000

const hour = 60 * minute
const day = 24 * hour
const outageReasons = ['dpd timeout', 'peer request', 'phase1 hard expiry', 'exchange timeout', 'dpd timeout']

/** Up to three times in the last month when a tunnel was down for some minutes: real ones have a past. */
const outagesOf = (name: string, before: number): NonNullable<ConnectionSeed['outages']> => {
  const count = Math.floor(noise(`${name} outages`) * 4)
  return Array.from({ length: count }, (_, index) => ({
    // Oldest first, each in its own third of the month.
    at: Math.round(before - (30 - 10 * index - 8 * noise(`${name} at ${index}`)) * day),
    for_ms: Math.round((3 + 37 * noise(`${name} for ${index}`)) * minute),
    reason: outageReasons[Math.floor(noise(`${name} why ${index}`) * outageReasons.length)] ?? 'dpd timeout',
  }))
}

/** A row at its time; a few hours and seconds are added, so that not everything happened at the same minute. */
export const toSeed = ({ age, minutes, ...seed }: Row, now: number): ConnectionSeed => {
  const { name = '', tunnel } = seed
  const some = noise(name)
  const for_ms = minutes === undefined ? undefined : Math.round((minutes + 10 * some) * minute)
  const neverUp = tunnel?.state === 'down' && for_ms === undefined
  return {
    ...(neverUp ? {} : { outages: outagesOf(name, now - (for_ms ?? 0) - 2 * hour) }),
    ...seed,
    at: now - Math.round((age + some) * 24 * 60 * minute),
    ...(for_ms === undefined ? {} : { for_ms }),
  }
}

const pair = (name: string, row: Omit<Row, 'eip' | 'name'>, second: Partial<Row> = {}): Row[] => [
  { ...row, name: `${name}-1`, eip: 1 },
  { ...row, name: `${name}-2`, eip: 2, ...second },
]

const down = (reason: string, wants?: Record<string, string>): TunnelOrder => ({
  state: 'down',
  reason,
  ...(wants ? { wants } : {}),
})
const flap = (reason: string, up_for: string, down_for: string): TunnelOrder => ({
  state: 'flap',
  reason,
  up_for,
  down_for,
})

const strong = {
  ikepolicy: { authentication_algorithm: 'sha2-512', encryption_algorithm: 'aes-256-gcm-16', dh_group: 'group20' },
  ipsecpolicy: { authentication_algorithm: 'sha2-512', encryption_algorithm: 'aes-256-gcm-16', pfs: 'group20' },
} as const
const old = {
  ikepolicy: {
    ike_version: 'v1',
    phase1_negotiation_mode: 'main',
    authentication_algorithm: 'sha1',
    dh_group: 'group2',
  },
  ipsecpolicy: { authentication_algorithm: 'sha1', encryption_algorithm: '3des', pfs: 'group2' },
} as const
const rules = (source: string, ...destination: string[]) => ({
  style: 'policy' as const,
  policy_rules: [{ source, destination }],
})

const gateways = {
  paris: { gateway: 'gw-paris' },
  berlin: { gateway: 'gw-berlin' },
  madrid: { gateway: 'gw-madrid' },
  shanghai: { gateway: 'gw-shanghai' },
  frankfurt: { gateway: 'gw-frankfurt' },
  vienna: { gateway: 'gw-vienna' },
  singapore: { gateway: 'gw-singapore' },
  helsinki: { gateway: 'gw-helsinki' },
}
const bgp = { style: 'bgp' } as const
const template = { style: 'policy-template', eip: 1 } as const

/** Tunnels of every mode: healthy, flapping, and failing for reasons that the connection log names. */
export const demoConnections: Row[] = [
  ...pair('vpn-paris-lyon', {
    ...gateways.paris,
    customer_gateway: 'cgw-lyon',
    ...strong,
    enable_nqa: true,
    peer_subnets: ['192.168.44.0/24'],
    monitored_for_ms: 90 * day,
    tags: [{ key: 'site', value: 'lyon' }],
    age: 228,
  }),
  {
    id: '98c5af8a-demo-a8df-va86-ae2280a6f4c3',
    name: 'vpn-paris-lyon-policy',
    ...gateways.paris,
    customer_gateway: 'cgw-lyon',
    eip: 1,
    ...rules('10.0.0.0/24', '192.168.48.0/24'),
    peer_subnets: ['192.168.48.0/24'],
    tunnel_local_address: '169.254.56.225/30',
    tunnel_peer_address: '169.254.56.226/30',
    age: 150,
  },
  ...pair(
    'vpn-paris-nantes',
    { ...gateways.paris, customer_gateway: 'cgw-nantes', peer_subnets: ['192.168.60.0/24'], age: 90 },
    { tunnel: flap('dpd timeout', '9m', '90s'), minutes: 24 * 60 },
  ),
  ...pair('vpn-berlin-hamburg', {
    ...gateways.berlin,
    customer_gateway: 'cgw-hamburg',
    ...strong,
    peer_subnets: ['192.168.2.0/24'],
    enable_nqa: true,
    age: 199,
  }),
  ...pair(
    'vpn-berlin-munich',
    { ...gateways.berlin, customer_gateway: 'cgw-munich', ...bgp, peer_subnets: ['10.23.0.0/16'], age: 180 },
    {
      tunnel: down('phase1 proposal dh mismatch', { 'ikepolicy.dh_group': 'group20' }),
      minutes: 37,
      log_spelling: 'mixed',
    },
  ),
  ...pair('vpn-madrid-seville', {
    ...gateways.madrid,
    customer_gateway: 'cgw-seville',
    ...bgp,
    ...strong,
    enable_hub: true,
    peer_subnets: ['10.33.0.0/16'],
    age: 160,
  }),
  ...pair('vpn-madrid-bilbao', {
    ...gateways.madrid,
    customer_gateway: 'cgw-bilbao',
    ...old,
    ...rules('192.168.1.0/24', '10.34.0.0/24', '10.34.1.0/24'),
    peer_subnets: ['10.34.0.0/23'],
    tunnel: down('authentication fail'),
    minutes: 180,
    log_spelling: 'mixed',
    age: 140,
  }),
  ...pair('vpn-shanghai-suzhou', {
    ...gateways.shanghai,
    customer_gateway: 'cgw-suzhou',
    peer_subnets: ['10.81.0.0/16'],
    age: 340,
  }),
  ...pair('vpn-frankfurt-lyon', { ...gateways.frankfurt, customer_gateway: 'cgw-lyon', ...bgp, ...strong, age: 130 }),
  ...pair(
    'vpn-frankfurt-munich',
    { ...gateways.frankfurt, customer_gateway: 'cgw-munich', ...bgp, age: 128 },
    { tunnel: flap('spi conflict', '6m', '2m'), minutes: 3 * 24 * 60, log_spelling: 'mixed' },
  ),
  ...pair('vpn-frankfurt-graz', {
    ...gateways.frankfurt,
    customer_gateway: 'cgw-graz',
    peer_subnets: ['10.61.0.0/16', '10.62.0.0/16'],
    enable_nqa: true,
    age: 60,
  }),
  ...pair(
    'vpn-vienna-graz',
    { ...gateways.vienna, customer_gateway: 'cgw-graz', peer_subnets: ['10.61.0.0/16'], age: 118 },
    { tunnel: down('version mismatch', { 'ikepolicy.ike_version': 'v1' }) },
  ),
  ...pair('vpn-singapore-johor', { ...gateways.singapore, customer_gateway: 'cgw-johor', ...bgp, age: 96 }),
  ...pair('vpn-singapore-malacca', {
    ...gateways.singapore,
    customer_gateway: 'cgw-malacca',
    ...bgp,
    tunnel: flap('peer request', '14m', '3m'),
    minutes: 20 * 60,
    age: 80,
  }),
  {
    name: 'vpn-helsinki-tampere',
    ...gateways.helsinki,
    customer_gateway: 'cgw-tampere',
    ...template,
    peer_subnets: ['10.71.0.0/16'],
    age: 70,
  },
  {
    name: 'vpn-helsinki-turku',
    ...gateways.helsinki,
    customer_gateway: 'cgw-turku',
    ...template,
    peer_subnets: ['10.72.0.0/16'],
    tunnel: down('config ID mismatch'),
    age: 68,
  },
  ...pair('vpn-oslo-bergen', {
    gateway: 'gw-oslo',
    customer_gateway: 'cgw-bergen',
    ...rules('192.168.0.0/24', '10.90.0.0/24', '10.90.1.0/24'),
    peer_subnets: ['10.90.0.0/23'],
    // The far side drops what goes to its second network.
    tunnel: { state: 'up', one_way: ['10.90.1.0/24'] },
    minutes: 90,
    tags: [{ key: 'stage', value: 'production' }],
    age: 63,
  }),
  ...pair(
    'vpn-cairo-giza',
    {
      gateway: 'gw-cairo',
      customer_gateway: 'cgw-giza',
      // Half of the gateway's own local subnet is also behind the peer: neither end reaches the other's half.
      peer_subnets: ['10.70.0.0/16', '192.168.15.128/25'],
      enable_nqa: true,
      monitored_for_ms: 20 * day,
      age: 50,
    },
    { tunnel: down('max transmit reached') },
  ),
  {
    name: 'vpn-lima-cusco',
    gateway: 'gw-lima',
    customer_gateway: 'cgw-cusco',
    eip: 1,
    ...rules('192.168.15.0/24', '10.95.0.0/24'),
    peer_subnets: ['10.95.0.0/24'],
    tunnel: down('flow mismatch'),
    minutes: 26,
    age: 30,
  },
  {
    name: 'vpn-lima-cusco-spare',
    gateway: 'gw-lima',
    customer_gateway: 'cgw-cusco',
    eip: 2,
    ...rules('192.168.15.0/24', '10.96.0.0/24'),
    peer_subnets: ['10.96.0.0/24'],
    tunnel: down('phase2 proposal or pfs mismatch', { 'ipsecpolicy.pfs': 'disable' }),
    age: 29,
  },
  ...pair('vpn-kyoto-osaka', {
    gateway: 'gw-kyoto',
    customer_gateway: 'cgw-osaka',
    ...strong,
    peer_subnets_v6: ['2001:db8:70::/48'],
    age: 20,
  }),
]
