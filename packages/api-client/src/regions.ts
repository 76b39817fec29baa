import type { Service } from './catalogue/operation.ts'

/** A region that offers the service. */
export type Region = { id: string; cloud: 'huawei' | 'otc'; overrides?: Partial<Record<Service, string>> }

/** Regions that offer the service; hosts follow one pattern for each cloud, with a few exceptions. */
export const regions: readonly Region[] = [
  { id: 'cn-north-4', cloud: 'huawei' },
  { id: 'cn-north-1', cloud: 'huawei' },
  { id: 'cn-east-2', cloud: 'huawei' },
  { id: 'cn-east-3', cloud: 'huawei' },
  { id: 'cn-south-1', cloud: 'huawei' },
  { id: 'ap-southeast-2', cloud: 'huawei' },
  { id: 'ap-southeast-3', cloud: 'huawei' },
  { id: 'ap-southeast-1', cloud: 'huawei' },
  { id: 'ap-southeast-4', cloud: 'huawei' },
  { id: 'sa-brazil-1', cloud: 'huawei' },
  { id: 'la-south-2', cloud: 'huawei' },
  { id: 'la-north-2', cloud: 'huawei' },
  { id: 'cn-north-9', cloud: 'huawei' },
  { id: 'cn-southwest-2', cloud: 'huawei' },
  { id: 'ae-ad-1', cloud: 'huawei' },
  {
    id: 'eu-west-101',
    cloud: 'huawei',
    overrides: {
      iam: 'iam.eu-west-101.myhuaweicloud.eu',
      lts: 'lts.eu-west-101.myhuaweicloud.eu',
      eps: 'eps.eu-west-101.myhuaweicloud.eu',
    },
  },
  { id: 'tr-west-1', cloud: 'huawei' },
  { id: 'na-mexico-1', cloud: 'huawei' },
  { id: 'me-east-1', cloud: 'huawei' },
  { id: 'cn-east-5', cloud: 'huawei' },
  { id: 'af-south-1', cloud: 'huawei' },
  { id: 'ru-moscow-1', cloud: 'huawei', overrides: { eps: 'eps.ru-moscow-1.myhuaweicloud.com' } },
  { id: 'cn-south-4', cloud: 'huawei' },
  { id: 'cn-north-12', cloud: 'huawei' },
  { id: 'cn-east-4', cloud: 'huawei' },
  { id: 'cn-southwest-3', cloud: 'huawei' },
  { id: 'cn-south-2', cloud: 'huawei' },
  { id: 'cn-north-2', cloud: 'huawei' },
  { id: 'cn-north-11', cloud: 'huawei' },
  { id: 'ap-southeast-5', cloud: 'huawei' },
  { id: 'af-north-1', cloud: 'huawei' },
  { id: 'eu-de', cloud: 'otc' },
  { id: 'eu-nl', cloud: 'otc' },
]

// The EIP service answers at the host of VPC; SCM and EPS have a few hosts for all regions.
const huaweiHosts = (region: string): Record<Service, string> => ({
  vpn: `vpn.${region}.myhuaweicloud.com`,
  iam: `iam.${region}.myhuaweicloud.com`,
  vpc: `vpc.${region}.myhuaweicloud.com`,
  eip: `vpc.${region}.myhuaweicloud.com`,
  er: `er.${region}.myhuaweicloud.com`,
  ces: `ces.${region}.myhuaweicloud.com`,
  lts: `lts.${region}.myhuaweicloud.com`,
  scm: region.startsWith('cn-') ? 'scm.cn-north-4.myhuaweicloud.com' : 'scm.ap-southeast-1.myhuaweicloud.com',
  eps: 'eps.myhuaweicloud.com',
})

const otcHosts = (region: string): Record<Service, string> => ({
  vpn: `vpn.${region}.otc.t-systems.com`,
  iam: `iam.${region}.otc.t-systems.com`,
  vpc: `vpc.${region}.otc.t-systems.com`,
  eip: `vpc.${region}.otc.t-systems.com`,
  er: `er.${region}.otc.t-systems.com`,
  ces: `ces.${region}.otc.t-systems.com`,
  lts: `lts.${region}.otc.t-systems.com`,
  scm: `scm.${region}.otc.t-systems.com`,
  eps: `eps.${region}.otc.t-systems.com`,
})

/** Base URL of each service in a region; an unknown region gets the pattern, and every one can be overridden. */
export const endpointsOf = (
  regionId: string,
  overrides: Partial<Record<Service, string>> = {},
): Record<Service, string> => {
  const region = regions.find(({ id }) => id === regionId)
  const hosts = { ...(region?.cloud === 'otc' ? otcHosts(regionId) : huaweiHosts(regionId)), ...region?.overrides }
  const urls = Object.entries(hosts).map(([service, host]) => [service, `https://${host}`])
  const given = Object.entries(overrides).map(([service, url]) => [service, url.replace(/\/+$/, '')])
  // Built from the complete table of hosts, so that every service has its URL.
  return Object.fromEntries([...urls, ...given]) as Record<Service, string>
}
