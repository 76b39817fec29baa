import { describe, expect, test } from 'vitest'
import { startCloud } from '../testing/cloud.ts'

describe('VPC', () => {
  test('lists VPCs and their subnets, also page by page', async () => {
    const cloud = await startCloud()
    const { vpcs } = (await cloud.call('listVpcs', {})).body
    for (const { id } of vpcs) {
      const { subnets } = (await cloud.call('listSubnets', { query: { vpc_id: id } })).body
      expect(subnets.length, id).toBeGreaterThan(0)
    }
    const first = (await cloud.call('listVpcs', { query: { limit: 4 } })).body.vpcs
    const rest = (await cloud.call('listVpcs', { query: { marker: first.at(-1)?.id } })).body.vpcs
    expect([...first, ...rest]).toEqual(vpcs)
  })

  test('tells the routes of a table in the single call only', async () => {
    const cloud = await startCloud()
    const query = { vpc_id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c' }
    const { routetables } = (await cloud.call('listRouteTables', { query })).body
    expect(routetables.map((table) => table.default)).toEqual([true, false])
    expect(routetables[0]).not.toHaveProperty('routes')
    const params = { routetable_id: routetables[0]?.id ?? '' }
    const { routetable } = (await cloud.call('showRouteTable', { params })).body
    expect(routetable.routes).toEqual([{ type: 'local', destination: '192.168.0.0/16', nexthop: 'local' }])
    expect(await cloud.call('showRouteTable', { params: { routetable_id: 'no-table' } })).toMatchObject({ status: 404 })
  })
})

describe('EIP', () => {
  test('tells free ones from those in use, in both versions', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const { publicips } = (await cloud.call('listPublicips', {})).body
    const ofParis = publicips.find(({ id }) => id === '0c464dad-demo-a8df-va86-c22bb0eb0bde')
    expect(ofParis).toMatchObject({ status: 'VPN', port_id: 'b32d91a4-demo-a8df-va86-e907174eb11d' })
    const free = await cloud.call('listPublicipsV3', { query: { status: ['DOWN'], 'bandwidth.share_type': ['PER'] } })
    expect(free.body.publicips.length).toBeGreaterThan(8)
    expect(free.body.publicips.every(({ associate_instance_id }) => associate_instance_id === null)).toBe(true)
    expect(free.body.total_count).toBe(free.body.publicips.length)
    const ofGateway = await cloud.call('listPublicipsV3', {
      query: { associate_instance_id: ['8030f6d6-demo-4d20-a7f8-50a7a826e2f8'] },
    })
    expect(ofGateway.body.publicips.map(({ public_ip_address }) => public_ip_address)).toEqual([
      '10.1.1.128',
      '215.1.2.55',
    ])
  })

  test('renames an EIP without unbinding it, and binds none', async () => {
    const cloud = await startCloud({ estate: 'demo' })
    const params = { publicip_id: '0c464dad-demo-a8df-va86-c22bb0eb0bde' }
    const renamed = await cloud.call('updatePublicip', { params, body: { publicip: { alias: 'eip-paris' } } })
    expect(renamed.body.publicip).toMatchObject({ alias: 'eip-paris', status: 'VPN' })
    const bound = await cloud.call('updatePublicip', { params, body: { publicip: { port_id: 'port-1' } } })
    expect(bound.status).toBe(400)
    const nobody = { params: { publicip_id: 'no-eip' }, body: { publicip: {} } }
    expect((await cloud.call('updatePublicip', nobody)).status).toBe(404)
  })

  test('has shared bandwidths, on which a gateway may order EIPs', async () => {
    const cloud = await startCloud()
    const { bandwidths } = (await cloud.call('listBandwidths', { query: { share_type: 'WHOLE' } })).body
    expect(bandwidths.map(({ name }) => name)).toEqual(['bandwidth-shared', 'bandwidth-shared-small'])
    const eip = { type: '5_bgp' as const, bandwidth_id: bandwidths[0]?.id }
    const made = await cloud.call('createVgw', {
      body: {
        vpn_gateway: {
          vpc_id: 'cb4a631d-demo-a8df-va86-ca3fa348c36c',
          connect_subnet: 'f5741286-demo-a8df-va86-2c82bd9ee114',
          local_subnets: ['192.168.0.0/24'],
          eip1: eip,
          eip2: eip,
        },
      },
    })
    cloud.advance('2m')
    const params = { vgw_id: made.body.vpn_gateway.id }
    const { eip1 } = (await cloud.call('showVgw', { params })).body.vpn_gateway
    expect(eip1).toMatchObject({ share_type: 'WHOLE', bandwidth_name: 'bandwidth-shared', bandwidth_size: 300 })
    const { common_pools } = (await cloud.call('listCommonPools', {})).body
    expect(common_pools.map(({ name }) => name)).toEqual(['5_bgp', '5_sbgp', '5_youxuanbgp'])
  })
})

test('the enterprise routers, certificates, log groups and streams of the printed examples are there', async () => {
  const cloud = await startCloud()
  const routers = (await cloud.call('listEnterpriseRouters', {})).body
  expect(routers.instances.map(({ id }) => id)).toEqual([
    'cb4a631d-demo-a8df-va86-ca3fa348c36c',
    'c62fad0d-demo-a8df-va86-e06c4c351b9f',
  ])
  const certificates = (await cloud.call('listCertificates', { query: { status: 'ISSUED,UPLOAD' } })).body
  expect(certificates.certificates.map(({ id }) => id)).toContain('scs1717051012106')
  expect(certificates.total_count).toBe(3)
  const log_group_id = '05c4052d-8d14-488f-aa00-19fea5a25fdd'
  expect((await cloud.call('listLogGroups', {})).body.log_groups[0]).toMatchObject({ log_group_id })
  const streams = (await cloud.call('listLogStream', { params: { log_group_id } })).body.log_streams
  expect(streams.map(({ log_stream_id }) => log_stream_id)).toContain('d9d85143-e1e1-427a-9994-d8b8fd9ebe3f')
  const all = (await cloud.call('listLogStreams', {})).body.log_streams
  expect(all).toHaveLength(3)
  expect(await cloud.call('listLogStream', { params: { log_group_id: 'no-group' } })).toMatchObject({ status: 404 })
})

describe('the account', () => {
  test('names its projects by region, its regions and its identity providers', async () => {
    const cloud = await startCloud()
    const { ak, sk } = cloud.access
    const second = cloud.control.createProject({ ak, sk })
    const { projects } = (await cloud.call('listProjects', {})).body
    expect(projects.map(({ id, name }) => [id, name])).toEqual([
      [cloud.projectId, 'cn-south-1'],
      [second.projectId, `cn-south-1_${second.projectId.slice(0, 8)}`],
    ])
    const named = (await cloud.call('listProjects', { query: { name: 'cn-south-1' } })).body.projects
    expect(named.map(({ id }) => id)).toEqual([cloud.projectId])
    expect((await cloud.call('listAuthProjects', {})).body.projects).toHaveLength(2)
    expect((await cloud.call('listRegions', {})).body.regions.map(({ id }) => id)).toContain('cn-south-1')
    const providers = (await cloud.call('listIdentityProviders', {})).body.identity_providers
    expect(providers.map(({ id }) => id)).toContain('idp1')
  })

  test('has enterprise projects', async () => {
    const cloud = await startCloud()
    const enabled = (await cloud.call('listEnterpriseProjects', { query: { status: 1 } })).body
    expect(enabled.enterprise_projects.map(({ id }) => id)).toEqual([
      '0',
      '7354dda9-demo-a8df-va86-a6b08fb92043',
      '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e020',
    ])
    const page = (await cloud.call('listEnterpriseProjects', { query: { offset: 1, limit: 1 } })).body
    expect(page).toMatchObject({ enterprise_projects: [{ name: 'eps-network' }], total_count: 4 })
  })
})
