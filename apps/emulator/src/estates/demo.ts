import { unbindEip } from '../eips.ts'
import { seedJob, startUpgrade, upgradesOf } from '../gateway-upgrades.ts'
import { buildLater } from '../gateways.ts'
import { timeText, type Project } from '../project-state.ts'
import { demoConnections, toSeed } from './demo-connections.ts'
import { demoCustomerGateways, demoGateways } from './demo-gateways.ts'
import { seedConnection, seedGateway, seedProject } from './seed.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** A CA certificate of an SM customer gateway; its text was never needed, only what the service says of it. */
const caCertificate = (name: string, expiresAt: number) => ({
  serial_number: '14257156674311863338',
  signature_algorithm: 'SM3WITHSM2',
  issuer: `C=CN,O=example,CN=${name}`,
  subject: `C=CN,O=example,CN=${name}`,
  expire_time: timeText(expiresAt).replace(/\.\d+Z$/, 'Z'),
  is_updatable: true,
})

/** Some 14 gateways, 17 customer gateways and 40 connections that live: they flap, recover, count and log. */
export const fillDemo = (project: Project): void => {
  const now = project.clock.now()
  for (const { age, unbound, ...seed } of demoGateways.toReversed()) {
    const gateway = seedGateway(project, { ...seed, certificate_ends: now + 9 * dayMs, at: now - age * dayMs })
    if (gateway.status === 'PENDING_CREATE') buildLater(project, gateway)
    for (const id of unbound ? gateway.eips : []) {
      const eip = project.neighbours.eips.get(id ?? '')
      if (eip) unbindEip(project, eip)
    }
  }
  const customer_gateways = demoCustomerGateways.map((seed, index) => ({
    ...seed,
    at: now - (350 - index * 19) * dayMs,
  }))
  seedProject(project, { customer_gateways })
  for (const customer of project.customerGateways.values()) {
    if (customer.name === 'cgw-suzhou') customer.ca_certificate = caCertificate(customer.name, now + 12 * dayMs)
    if (customer.name === 'cgw-hamburg') customer.ca_certificate = caCertificate(customer.name, now + 400 * dayMs)
  }
  const oldestFirst = demoConnections.toSorted((a, b) => b.age - a.age)
  for (const row of oldestFirst) seedConnection(project, toSeed(row, now))
  seedUpgrades(project, now)
}

/** Upgrades of former days, one that waits to be committed, one that runs, and one that failed. */
const seedUpgrades = (project: Project, now: number) => {
  const upgrades = upgradesOf(project)
  for (const gateway of project.gateways.values()) {
    const { id, name } = gateway
    if (name === 'gw-paris') seedJob(project, upgrades, id, 'success', now - 74 * dayMs)
    if (name === 'gw-madrid') seedJob(project, upgrades, id, 'rollback_success', now - 19 * dayMs)
    if (name === 'gw-kyoto') {
      project.upgradeFaults.set(id, 'upgrade_worker_1')
      startUpgrade(project, upgrades, gateway, now - 3 * dayMs)
    }
    if (name === 'gw-oslo') startUpgrade(project, upgrades, gateway, now - 25 * minuteMs)
    if (name === 'gw-lima') startUpgrade(project, upgrades, gateway, now - 70_000)
  }
}
