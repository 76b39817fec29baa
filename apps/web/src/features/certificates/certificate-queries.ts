import { ApiError, collect, offsetPages, type Output, type VpnGateway } from '@vpn-console/api-client'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import type { OfGateway } from './certificate-entries.ts'

export type GatewayCertificates = {
  found: OfGateway[]
  /** Gateways whose certificate could not be asked for. */
  failed: { gatewayId: string; error: Error }[]
}

const isStatus = (error: unknown, ...statuses: number[]) => error instanceof ApiError && statuses.includes(error.status)

const asError = (error: unknown) => (error instanceof Error ? error : new Error(String(error)))

type Calls = {
  list: () => Promise<Output<'listVpnGatewayCertificates'>>
  show: (gatewayId: string) => Promise<Output<'showVpnGatewayCertificate'>>
}

/** Where the newer list is missing or closed to us, each gateway is asked; one without a certificate says 404. */
export const readGatewayCertificates = async (
  gatewayIds: readonly string[],
  { list, show }: Calls,
): Promise<GatewayCertificates> => {
  try {
    const { vpn_gateway_certificates: all } = await list()
    const found = all.flatMap((certificate) =>
      certificate.vgw_id === undefined ? [] : [{ gatewayId: certificate.vgw_id, certificate }],
    )
    // A list that does not say whose they are is of no use.
    if (found.length === all.length) return { found, failed: [] }
  } catch (error) {
    if (!isStatus(error, 403, 404, 405, 501)) throw error
  }
  const found: OfGateway[] = []
  const failed: GatewayCertificates['failed'] = []
  await Promise.all(
    gatewayIds.map(async (gatewayId) => {
      try {
        found.push({ gatewayId, certificate: (await show(gatewayId)).certificate })
      } catch (error) {
        if (!isStatus(error, 404)) failed.push({ gatewayId, error: asError(error) })
      }
    }),
  )
  return { found, failed }
}

/** Only GM gateways have certificates; without one there is nothing to ask for. */
export const gmGatewayIds = (gateways: readonly Pick<VpnGateway, 'id' | 'flavor'>[]): string[] =>
  gateways.flatMap(({ id, flavor }) => (flavor === 'GM' ? [id] : [])).toSorted()

// One page has room for more certificates than an account has gateways.
const mostCertificates = 1000

export const gatewayCertificates = (cloudId: string, gatewayIds: readonly string[]) =>
  queryOptions({
    queryKey: [cloudId, 'showVpnGatewayCertificate', 'all', ...gatewayIds],
    queryFn: ({ signal }) =>
      readGatewayCertificates(gatewayIds, {
        list: () => call(cloudId, 'listVpnGatewayCertificates', { query: { limit: mostCertificates } }, { signal }),
        show: (vgw_id) => call(cloudId, 'showVpnGatewayCertificate', { params: { vgw_id } }, { signal }),
      }),
  })

const scmPage = 50

export const serverCertificates = (cloudId: string) =>
  queryOptions({
    queryKey: [cloudId, 'listCertificates', 'all'],
    queryFn: ({ signal }) => {
      const pages = offsetPages(
        scmPage,
        async (query) => (await call(cloudId, 'listCertificates', { params: {}, query }, { signal })).certificates,
      )
      return collect(pages, (page) => page)
    },
  })
