import type { BandwidthRecord, EipRecord } from '../neighbours.ts'
import { createRandom } from '../random.ts'

type Entry = { eip: EipRecord; bandwidth: BandwidthRecord | undefined }

const sharedId = '7c5e0f64-20a9-4bb0-8d3a-5f0c3f1d7a11'

export const sharedBandwidths = [
  { id: sharedId, name: 'bandwidth-shared', size: 300 },
  { id: '7c5e0f64-20a9-4bb0-8d3a-5f0c3f1d7a12', name: 'bandwidth-shared-small', size: 50 },
]

const entry = (
  eip: Pick<EipRecord, 'id' | 'public_ip_address'> & Partial<EipRecord>,
  bandwidth: Pick<BandwidthRecord, 'id'> & Partial<BandwidthRecord>,
): Entry => ({
  eip: {
    alias: '',
    type: '5_bgp',
    status: 'DOWN',
    bandwidth_id: bandwidth.id,
    enterprise_project_id: '0',
    bound_to: undefined,
    billing_info: undefined,
    of_gateway: false,
    ...eip,
  },
  bandwidth: {
    name: `bandwidth-${bandwidth.id.slice(0, 4)}`,
    size: 300,
    share_type: 'PER',
    charge_mode: 'bandwidth',
    enterprise_project_id: '0',
    ...bandwidth,
  },
})

// Ids of EIPs and bandwidths as the examples print them; addresses with the masked parts filled in.
const exampleRows: [id: string, address: string, bandwidthId?: string, bandwidthName?: string][] = [
  ['cff40e5e-demo-a8df-va86-7366077bf097', '88.1.1.8', '593a1a79-demo-a8df-va86-64ec45fb23f6', 'vpngw-bandwidth-1391'],
  ['d290f1ee-demo-a8df-va86-d701748f0851', '88.1.1.6', '0abb9d55-demo-a8df-va86-b7500ac2a338', 'vpngw-bandwidth-1392'],
  ['f1469b4a-demo-a8df-va86-bb7de91cf493', '88.1.2.102', 'cff40e5e-demo-a8df-va86-7366077bf097', 'bandwidth-f146'],
  ['6ad8e297-demo-a8df-va86-da0f885ccb98', '88.1.2.188', 'd290f1ee-demo-a8df-va86-d701748f0851', 'bandwidth-6ad8'],
  [
    '0f6d1415-demo-a8df-va86-edb2ee97c9cc',
    '88.1.3.251',
    'e93767cc-demo-a8df-va86-bac2987f90a4',
    'vpngw-bandwidth-10c3',
  ],
  [
    '7b46b62f-demo-a8df-va86-6b8e44312416',
    '88.1.3.102',
    'bde3557e-demo-a8df-va86-629a3754ae07',
    'vpngw-bandwidth-18bd',
  ],
  [
    '8ff5d6b5-demo-a8df-va86-b9d598033153',
    '88.1.4.111',
    'aa62f8f2-demo-a8df-va86-b05b2b999715',
    'vpngw-bandwidth-13a3',
  ],
  [
    '08e7e927-demo-a8df-va86-26a6394021eb',
    '88.1.4.199',
    '887d61f7-demo-a8df-va86-38ee8232e27c',
    'vpngw-bandwidth-1afb',
  ],
  ['0c464dad-demo-a8df-va86-c22bb0eb0bde', '10.1.1.134'],
  ['0d0f4af1-42b9-41eb-97b9-b4d41a0bf9c4', '10.1.1.173'],
  ['1fb97767-d780-4d8b-83bb-6f878f662005', '215.1.1.55'],
  ['da21634b-56bf-4137-bc80-b1a0937294ec', '88.1.5.21'],
  ['36857950-95e2-4e57-9c53-da7fe0f9841b', '88.1.5.36'],
  ['e4d7930f-demo-4cbf-b78a-b004416c7485', '10.1.1.128'],
  ['1fb97767-demo-4d8b-83bb-6f878f662005', '215.1.2.55'],
  ['3ea3b006-demo-a8df-va86-ae180ae07885', '10.1.1.216'],
  ['f5acac2c-demo-a8df-va86-72b819a5f525', '88.1.6.167'],
  ['d9d85143-e1e1-427a-9994-d8b8fd9ebe3f', '88.1.7.143'],
  ['f0bac06a-88a7-4d37-8e2e-c37691ee4ba2', '215.1.3.120'],
  ['106a269c-c8c1-425e-9f92-f6abcb4dc7b1', '10.83.51.162'],
]

/** The EIPs of the printed examples, free. */
export const exampleEips = (): Entry[] => {
  const random = createRandom('bandwidths of the examples')
  return exampleRows.map(([id, public_ip_address, bandwidthId, name]) =>
    entry({ id, public_ip_address }, { id: bandwidthId ?? random.uuid(), ...(name ? { name } : {}) }),
  )
}

const plainRows: [name: string, address: string, more?: Partial<EipRecord>, bandwidth?: Partial<BandwidthRecord>][] = [
  ['eip-lisbon-1', '198.51.100.11'],
  ['eip-lisbon-2', '198.51.100.12'],
  ['eip-vienna-1', '198.51.100.13', {}, { size: 100, charge_mode: 'traffic' }],
  ['eip-vienna-2', '198.51.100.14', {}, { size: 100, charge_mode: 'traffic' }],
  ['eip-zurich-1', '198.51.100.15', { type: '5_sbgp' }, { size: 50 }],
  ['eip-zurich-2', '198.51.100.16', { type: '5_sbgp' }, { size: 50 }],
  ['eip-frozen', '198.51.100.17', { status: 'FREEZED' }],
  ['eip-of-a-server', '198.51.100.18', { status: 'ACTIVE', bound_to: { type: 'PORT', id: 'port-of-a-server' } }],
  ['eip-yearly', '198.51.100.19', { billing_info: 'CS2406141822JWT1O:OFFI0001:cn-south-1:0605768' }],
  ['eip-shared', '198.51.100.20', { bandwidth_id: sharedId }],
]

/** More EIPs: most free, one each of those that a gateway cannot have. */
export const freeEips = (): Entry[] => {
  const random = createRandom('more EIPs')
  return plainRows.map(([alias, public_ip_address, more, bandwidth]) => {
    const made = entry({ id: random.uuid(), public_ip_address, alias, ...more }, { id: random.uuid(), ...bandwidth })
    return more?.bandwidth_id === undefined ? made : { eip: made.eip, bandwidth: undefined }
  })
}
