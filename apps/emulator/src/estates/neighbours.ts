import type { Neighbours } from '../neighbours.ts'
import { exampleEips, freeEips, sharedBandwidths } from './eip-data.ts'
import { accountData } from './account-data.ts'
import { routeTables, subnets, vpcs } from './vpc-data.ts'

const available = { state: 'available', enable_default_association: true, enable_default_propagation: true }

// The ids are those of the printed examples, which work word for word with them.
const routers = [
  { id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c', name: 'er-backbone', asn: 64_530 },
  { id: 'c62fad0d-demo-a8df-va86-e06c4c351b9f', name: 'er-branches', asn: 64_531 },
]

/** Gives a project what the other services know: VPCs, EIPs, enterprise routers, certificates, log groups. */
export const addNeighbours = (neighbours: Neighbours): void => {
  for (const vpc of vpcs) neighbours.vpcs.set(vpc.id, { ...vpc, status: 'OK', enterprise_project_id: '0' })
  for (const subnet of subnets()) neighbours.subnets.set(subnet.id, subnet)
  for (const table of routeTables()) neighbours.routeTables.set(table.id, table)
  for (const bandwidth of sharedBandwidths) {
    const common = { share_type: 'WHOLE', charge_mode: 'bandwidth', enterprise_project_id: '0' } as const
    neighbours.bandwidths.set(bandwidth.id, { ...bandwidth, ...common })
  }
  for (const { eip, bandwidth } of [...exampleEips(), ...freeEips()]) {
    if (bandwidth) neighbours.bandwidths.set(bandwidth.id, bandwidth)
    neighbours.eips.set(eip.id, eip)
  }
  for (const router of routers) {
    neighbours.routers.set(router.id, {
      ...router,
      ...available,
      availability_zone_ids: ['cn-south-1f', 'cn-south-1e'],
      enterprise_project_id: '0',
    })
  }
  Object.assign(neighbours, accountData())
}
