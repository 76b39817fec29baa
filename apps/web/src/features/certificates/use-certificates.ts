import { isNotOffered } from '../../api/gone.ts'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { customerGatewayList, gatewayList } from '../../api/lists.ts'
import { p2cGatewayList, serverList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { customerGatewayEntries, gatewayEntries, serverEntries, type CertificateEntry } from './certificate-entries.ts'
import { gatewayCertificates, gmGatewayIds, serverCertificates } from './certificate-queries.ts'
import { p2cEntries, usedByServers } from './p2c-certificate-entries.ts'

/** Ends are days away: a quarter of an hour is often enough, on the page and in the header. */
const pollMs = 15 * 60_000
const lazy = { refetchInterval: pollMs, staleTime: pollMs / 2, refetchOnWindowFocus: false }

/** A source of certificates that is missing from the list, and why. */
export type MissingSource = { what: string; error?: Error; reason?: string; retry?: () => void }

export type Certificates = {
  entries: CertificateEntry[]
  missing: MissingSource[]
  isPending: boolean
  isFetching: boolean
  refetch: () => void
}

const missingOf = (what: string, { error, refetch }: UseQueryResult, reason: string | undefined): MissingSource[] => {
  if (reason !== undefined) return [{ what, reason }]
  return error ? [{ what, error, retry: () => void refetch() }] : []
}

/** The servers of remote access, with the gateways that name them. */
const useServers = (cloudId: string) => {
  const denied = useDenied(cloudId)
  const reason = denied('listVpnServersByProject')
  const hasGateways = denied('listP2cVgws') === undefined
  const servers = useQuery({ ...serverList(cloudId), ...lazy, enabled: reason === undefined })
  const gateways = useQuery({
    ...p2cGatewayList(cloudId),
    ...lazy,
    enabled: hasGateways && (servers.data?.length ?? 0) > 0,
  })
  return { servers, gateways, reason }
}

/** The certificates that our tunnels stand on. */
export const useVpnCertificates = (cloudId: string): Certificates => {
  const denied = useDenied(cloudId)
  const reasons = {
    gateways: denied('listVgws') ?? denied('showVpnGatewayCertificate'),
    customers: denied('listCgws'),
  }
  const gateways = useQuery({ ...gatewayList(cloudId), ...lazy, enabled: reasons.gateways === undefined })
  const ids = useMemo(() => gmGatewayIds(gateways.data ?? []), [gateways.data])
  const ofGateways = useQuery({ ...gatewayCertificates(cloudId, ids), ...lazy, enabled: ids.length > 0 })
  const customers = useQuery({ ...customerGatewayList(cloudId), ...lazy, enabled: reasons.customers === undefined })

  const { servers, gateways: p2cGateways, reason: noServers } = useServers(cloudId)

  const entries = useMemo(
    () => [
      ...(ofGateways.data?.found ?? []).flatMap((one) => gatewayEntries(cloudId, one, gateways.data ?? [])),
      ...customerGatewayEntries(cloudId, customers.data ?? []),
      ...p2cEntries(cloudId, servers.data ?? [], p2cGateways.data ?? []),
    ],
    [cloudId, ofGateways.data, gateways.data, customers.data, servers.data, p2cGateways.data],
  )
  const nameOf = (id: string) => gateways.data?.find((gateway) => gateway.id === id)?.name ?? id
  return {
    entries,
    missing: [
      ...missingOf('The certificates of VPN gateways', gateways.error ? gateways : ofGateways, reasons.gateways),
      ...(ofGateways.data?.failed ?? []).map(({ gatewayId, error }) => ({
        what: `The certificate of ${nameOf(gatewayId)}`,
        error,
        retry: () => void ofGateways.refetch(),
      })),
      ...missingOf('The CA certificates of customer gateways', customers, reasons.customers),
      ...(isNotOffered(servers.error) ? [] : missingOf('The certificates of VPN servers', servers, noServers)),
    ],
    isPending: gateways.isLoading || ofGateways.isLoading || customers.isLoading || servers.isLoading,
    isFetching: gateways.isFetching || ofGateways.isFetching || customers.isFetching || servers.isFetching,
    refetch: () => {
      void gateways.refetch()
      if (ids.length > 0) void ofGateways.refetch()
      void customers.refetch()
      if (noServers === undefined) void servers.refetch()
    },
  }
}

/** All certificates, with those of the certificate service that servers can use. */
export const useCertificates = (cloudId: string): Certificates => {
  const own = useVpnCertificates(cloudId)
  const reason = useDenied(cloudId)('listCertificates')
  const servers = useQuery({ ...serverCertificates(cloudId), ...lazy, enabled: reason === undefined })
  const { servers: vpnServers } = useServers(cloudId)
  const entries = useMemo(() => {
    const used = usedByServers(vpnServers.data ?? [])
    return [...own.entries, ...serverEntries((servers.data ?? []).filter(({ id }) => !used.has(id)))]
  }, [own.entries, servers.data, vpnServers.data])
  return {
    entries,
    missing: [...own.missing, ...missingOf('The server certificates of the certificate service', servers, reason)],
    isPending: own.isPending || servers.isLoading,
    isFetching: own.isFetching || servers.isFetching,
    refetch: () => {
      own.refetch()
      if (reason === undefined) void servers.refetch()
    },
  }
}
