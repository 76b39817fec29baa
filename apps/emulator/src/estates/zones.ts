import type { ExtendedAvailabilityZone } from '@vpn-console/api-client'

type Spec = ExtendedAvailabilityZone['available_specs'][number]

const spec = (flavor: string, attachment_type: 'vpc' | 'er', ip_version: 'ipv4' | 'ipv6' = 'ipv4'): Spec => ({
  flavor,
  attachment_type,
  ip_version,
})

const professional = [
  spec('Professional1', 'vpc'),
  spec('Professional2', 'vpc'),
  spec('GM', 'vpc'),
  spec('Professional2', 'vpc', 'ipv6'),
]
const onRouter = [spec('Professional1', 'er'), spec('Professional2', 'er')]

const zone = (name: string, available_specs: Spec[]): ExtendedAvailabilityZone => ({
  name,
  public_border_group: 'center',
  available_specs,
})

/** Which zone offers what, as v5.1 tells it. Basic and the NonFixedIP sizes suit one zone only. */
export const zoneMatrix: ExtendedAvailabilityZone[] = [
  zone('cn-south-1f', [spec('Basic', 'vpc'), ...professional, ...onRouter, spec('GM', 'er')]),
  zone('cn-south-1e', [...professional, ...onRouter]),
  zone('cn-south-1c', professional),
  zone('cn-north-7a', [spec('Professional1', 'vpc')]),
  zone('cn-north-7b', [spec('Professional1', 'vpc')]),
  zone('cn-north-7c', [
    spec('Professional1', 'vpc'),
    spec('Professional1-NonFixedIP', 'vpc'),
    spec('Professional2-NonFixedIP', 'vpc'),
  ]),
  zone('cn-southwest-242a', [spec('GM', 'vpc'), spec('Professional2', 'vpc', 'ipv6')]),
]

/** The same as v5 tells it: by size, without IP versions, and for three zones only. */
export const zonesBySize = {
  basic: { vpc: ['cn-south-1f'], er: [] },
  professional1: { vpc: ['cn-south-1f', 'cn-south-1e', 'cn-south-1c'], er: ['cn-south-1f'] },
  professional2: { vpc: ['cn-south-1f', 'cn-south-1e', 'cn-south-1c'], er: ['cn-south-1f'] },
  'Professional1-NonFixedIP': { vpc: [], er: [] },
  'Professional2-NonFixedIP': { vpc: [], er: [] },
  gm: { vpc: ['cn-south-1f', 'cn-south-1e', 'cn-south-1c'], er: ['cn-south-1f'] },
}
