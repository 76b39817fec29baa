import type { Neighbours } from '../neighbours.ts'

/** Certificates, log groups, identity providers and enterprise projects; the ids are those of the printed examples. */
export const accountData = (): Pick<
  Neighbours,
  'certificates' | 'logGroups' | 'identityProviders' | 'enterpriseProjects'
> => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, '.0Z')
  const certificate = (id: string, name: string, domain: string, days: number, status = 'UPLOAD') => ({
    id,
    name,
    domain,
    type: 'DV_SSL_CERT',
    brand: 'GEOTRUST',
    signature_algorithm: 'SHA256WITHRSA',
    status,
    expire_time: inDays(days),
    deploy_support: true,
  })
  return {
    certificates: [
      certificate('scs1717051012106', 'vpn-server', 'vpn.example.com', 240, 'ISSUED'),
      certificate('scs1716171403922', 'vpn-server-office', 'office.example.com', 120),
      certificate('scs1698803781642', 'vpn-server-laboratory', 'lab.example.com', 12),
      certificate('scs1650000000001', 'vpn-server-old', 'old.example.com', -40, 'EXPIRED'),
    ],
    logGroups: [
      {
        id: '05c4052d-8d14-488f-aa00-19fea5a25fdd',
        name: 'lts-group-vpn',
        ttl_in_days: 30,
        streams: [
          { id: 'd9d85143-e1e1-427a-9994-d8b8fd9ebe3f', name: 'lts-stream-p2c', lines: [] },
          { id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e002', name: 'lts-stream-s2c', lines: [] },
        ],
      },
      {
        id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e010',
        name: 'lts-group-audit',
        ttl_in_days: 365,
        streams: [{ id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e011', name: 'lts-stream-audit', lines: [] }],
      },
    ],
    identityProviders: [
      { id: 'idp1', sso_type: 'virtual_user_sso', enabled: true, description: 'Staff' },
      { id: 'idp-partners', sso_type: 'iam_user_sso', enabled: true, description: 'Partners' },
    ],
    enterpriseProjects: [
      { id: '0', name: 'default', status: 1, type: 'prod', description: '' },
      {
        id: '7354dda9-demo-a8df-va86-a6b08fb92043',
        name: 'eps-network',
        status: 1,
        type: 'prod',
        description: 'Network',
      },
      { id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e020', name: 'eps-trial', status: 1, type: 'poc', description: 'Trials' },
      { id: '5b1b8f2e-38c4-4a47-8f0b-3a4f0cf1e021', name: 'eps-retired', status: 2, type: 'prod', description: '' },
    ],
  }
}
