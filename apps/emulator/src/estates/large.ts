import type { Project } from '../project-state.ts'
import { createRandom } from '../random.ts'
import { seedConnection, seedProject } from './seed.ts'

const gatewayCount = 40
const customerCount = 80
const connectionsEach = 50
const dayMs = 86_400_000

const two = (value: number) => String(value).padStart(2, '0')

const reasons = ['version mismatch', 'authentication fail', 'max transmit reached', 'flow mismatch', 'dpd timeout']

/** 2,000 connections on 40 gateways, one in twenty of them in trouble: for measuring. */
export const fillLarge = (project: Project): void => {
  const random = createRandom('large estate')
  const now = project.clock.now()
  const subnets = [...project.neighbours.subnets.values()].filter((subnet) => subnet.available_ip_address_count > 180)
  seedProject(project, {
    gateways: Array.from({ length: gatewayCount }, (_, index) => {
      const subnet = subnets[index % subnets.length]
      return {
        name: `gw-region-${two(index + 1)}`,
        ...(subnet ? { vpc_id: subnet.vpc_id, connect_subnet: subnet.id } : {}),
        at: now - (400 - index) * dayMs,
      }
    }),
    customer_gateways: Array.from({ length: customerCount }, (_, index) => ({
      name: `cgw-site-${two(index + 1)}`,
      id_value: `203.0.113.${index + 1}`,
      bgp_asn: 65_000 + index,
      at: now - (300 - index) * dayMs,
    })),
  })
  const customers = [...project.customerGateways.keys()]
  let serial = 0
  for (const gateway of project.gateways.keys()) {
    for (let index = 0; index < connectionsEach; index++) {
      const site = Math.floor(index / 2)
      const isTroubled = random.next() < 0.05
      const trouble = isTroubled ? reasons[random.whole(0, reasons.length - 1)] : undefined
      seedConnection(project, {
        gateway,
        customer_gateway: customers[(serial + site) % customers.length] ?? '',
        name: `vpn-${two(serial + 1)}-${two(site + 1)}-${(index % 2) + 1}`,
        eip: index % 2 === 0 ? 1 : 2,
        style: index % 5 === 0 ? 'bgp' : 'static',
        peer_subnets: [`10.${serial % 200}.${index}.0/24`],
        at: now - random.whole(10, 200) * dayMs - serial * 1_000 - index,
        ...(trouble === undefined ? {} : { tunnel: { state: 'down', reason: trouble }, for_ms: 3_600_000 }),
      })
    }
    serial++
  }
}
