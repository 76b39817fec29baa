import type { VpnConnection } from '@vpn-console/api-client'
import FormField from '@cloudscape-design/components/form-field'
import Select from '@cloudscape-design/components/select'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { operationQuery, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { saCharts } from './metric-charts.ts'
import { MetricCharts } from './MetricCharts.tsx'
import { measuredSas } from './metric-queries.ts'

/** The pairs of subnets behind the ids of SAs, where the region tells them. */
const useSubnetPairs = (connectionId: string): ReadonlyMap<string, string> => {
  const cloudId = useCloudId()
  const { data } = useQuery({
    ...operationQuery(cloudId, 'listConnectionIpsecSa', { params: { vpn_connection_id: connectionId } }),
    enabled: useDenied()('listConnectionIpsecSa') === undefined,
    staleTime: 60_000,
  })
  return useMemo(
    () => new Map(data?.sa_infos.map((sa) => [sa.id, `${sa.source_ip_cidr} – ${sa.dest_ip_cidr}`])),
    [data],
  )
}

/** Traffic of one subnet pair at a time; where Cloud Eye has no figures of SAs there is nothing to show. */
export const SaMetrics = ({ connection: { id, name } }: { connection: VpnConnection }) => {
  const cloudId = useCloudId()
  const [params, change] = useSearchParams()
  const { data: ids = [] } = useQuery(measuredSas(cloudId, id))
  const pairs = useSubnetPairs(id)
  const chosen = ids.find((one) => one === params.get('sa')) ?? ids[0]
  const charts = useMemo(() => (chosen === undefined ? [] : saCharts(id, chosen)), [id, chosen])
  if (chosen === undefined) return null

  const options = ids.map((value) => ({
    value,
    label: pairs.get(value) ?? value,
    ...(pairs.has(value) && { description: value }),
  }))
  return (
    <MetricCharts
      title="By subnet pair"
      subject={`sa ${id} ${chosen}`}
      owner={name}
      charts={charts}
      reasonsOf={(_, missing) =>
        missing.map(() => ({ text: 'Nothing was measured of this SA in this time.', actions: [] }))
      }
      isSecond
      tools={
        <FormField label="Subnet pair (SA)">
          <Select
            selectedOption={options.find(({ value }) => value === chosen) ?? null}
            options={options}
            filteringType={options.length > 8 ? 'auto' : 'none'}
            onChange={({ detail }) =>
              change(
                (current) => {
                  current.set('sa', detail.selectedOption.value ?? '')
                  return current
                },
                { replace: true, preventScrollReset: true },
              )
            }
          />
        </FormField>
      }
    />
  )
}
