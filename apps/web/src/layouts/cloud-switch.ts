import { mayOffer, seesServersOnly, type Cloud, type OperationName } from '@vpn-console/api-client'
import { operations } from 'virtual:operations'
import { paths, type InCloud } from '../paths.ts'

/** Lists that every cloud may have, by their part of the URL. */
const lists: Record<string, { to: (cloud: InCloud) => string; needs: OperationName; isP2c?: true }> = {
  'vpn-gateways': { to: paths.vpnGateways, needs: 'listVgws' },
  'customer-gateways': { to: paths.customerGateways, needs: 'listCgws' },
  'vpn-connections': { to: paths.vpnConnections, needs: 'listVpnConnections' },
  'p2c-gateways': { to: paths.p2cGateways, needs: 'listP2cVgws', isP2c: true },
  'vpn-servers': { to: paths.vpnServers, needs: 'listVpnServersByProject', isP2c: true },
  logs: { to: paths.logs, needs: 'showVpnConnectionLog' },
  certificates: { to: paths.certificates, needs: 'listVgws' },
  tags: { to: paths.tags, needs: 'listProjectTags' },
}

/**
 * The page of another cloud that is like the one somebody is on: a list stays that list, a thing becomes the list of its
 * kind. Where the cloud has no such list, or he may not see it, where he begins there.
 */
export const pageInCloud = (pathname: string, cloud: Pick<Cloud, 'id' | 'hasP2c' | 'grants'>): string => {
  const of = { cloudId: cloud.id }
  const list = lists[/^\/clouds\/[^/]+\/([^/]+)/.exec(pathname)?.[1] ?? '']
  if (list && (!list.isP2c || cloud.hasP2c) && mayOffer(cloud.grants, operations[list.needs].action)) return list.to(of)
  return seesServersOnly(cloud.grants) ? paths.vpnServers(of) : paths.overview(of)
}

/** Clouds that bear the same name, in the order of their regions. */
export type CloudGroup = { name: string; clouds: Cloud[] }

const compare = (a: string, b: string) => a.localeCompare(b, undefined, { numeric: true, sensitivity: 'base' })

/** The clouds by the name of their account, of which each typed word is found in name, region or project. */
export const cloudGroups = (clouds: readonly Cloud[], typed: string): CloudGroup[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, Cloud[]>()
  for (const cloud of clouds) {
    const text = `${cloud.name} ${cloud.region} ${cloud.project_id} ${cloud.id}`.toLowerCase()
    if (!words.every((word) => text.includes(word))) continue
    groups.set(cloud.name, [...(groups.get(cloud.name) ?? []), cloud])
  }
  return [...groups]
    .map(([name, members]) => ({ name, clouds: members.toSorted((a, b) => compare(a.region, b.region)) }))
    .toSorted((a, b) => compare(a.name, b.name))
}
