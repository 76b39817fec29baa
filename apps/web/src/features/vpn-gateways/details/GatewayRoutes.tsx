import type { Route, VpnGateway } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { connectionList, routeList, routePollInterval } from '../gateway-queries.ts'
import { routeColumns } from './route-columns.tsx'
import { isAddress, nextHopOf, routeKey, routesTo } from './route-words.ts'
import styles from './GatewayRoutes.module.css'

const parameter = 'address'

/** The address in the URL whose way is looked for, and how to change it. */
const useWantedAddress = () => {
  const [search, setSearch] = useSearchParams()
  const change = (address: string) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        if (address === '') next.delete(parameter)
        else next.set(parameter, address)
        next.delete('routes-page')
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return [search.get(parameter) ?? '', change] as const
}

const hint = (address: string, matches: readonly Route[] | undefined) => {
  if (address.trim() === '') return 'Shows which routes an address takes, the deciding one first.'
  if (!isAddress(address.trim())) return 'Enter a whole address, such as 172.20.15.9.'
  if (matches === undefined) return undefined
  if (matches.length === 0) return `No route leads to ${address.trim()}.`
  return matches.length === 1 ? 'One route holds it.' : `${matches.length} routes hold it, the deciding one first.`
}

/** The routes a gateway knows at this moment. */
export const GatewayRoutes = ({ gateway }: { gateway: VpnGateway }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [address, setAddress] = useWantedAddress()
  const routes = useQuery({
    ...routeList(cloudId, gateway.id),
    refetchInterval: ({ state }) => nextPollMs(routePollInterval(gateway), state.error),
  })
  const { data: connections } = useQuery({
    ...connectionList(cloudId, gateway.id),
    enabled: denied('listVpnConnections') === undefined,
  })
  const columns = useMemo(
    () => routeColumns(cloudId, (route) => nextHopOf(route, gateway, connections ?? [])),
    [cloudId, gateway, connections],
  )
  const isLooking = isAddress(address.trim())
  const shown = useMemo(
    () => (isLooking && routes.data ? routesTo(routes.data, address.trim()) : routes.data),
    [isLooking, routes.data, address],
  )

  return (
    <SpaceBetween size="m">
      <div className={styles['find']}>
        <FormField label="Address to find the way to" description={hint(address, isLooking ? shown : undefined)}>
          <Input
            value={address}
            onChange={({ detail }) => setAddress(detail.value)}
            type="search"
            placeholder="172.20.15.9"
            spellcheck={false}
            autoComplete={false}
            clearAriaLabel="Clear the address"
          />
        </FormField>
      </div>
      <ResourceTable
        id="gateway-routes"
        urlPrefix="routes-"
        words={{ one: 'route', many: 'routes' }}
        header={
          <Header
            variant="h2"
            actions={
              <StaleNotice
                since={staleSince(routes)}
                onRetry={() => void routes.refetch()}
                isRetrying={routes.isFetching}
              />
            }
          >
            Route table of {gateway.name}
          </Header>
        }
        items={shown}
        error={routes.error}
        onRetry={() => void routes.refetch()}
        columns={columns}
        idOf={routeKey}
        nameOf={({ destination }) => destination}
        sortedBy={isLooking ? '-destination' : 'destination'}
        empty={
          isLooking
            ? {
                text: `No route leads to ${address.trim()}.`,
                action: (
                  <Button formAction="none" onClick={() => setAddress('')}>
                    Show all routes
                  </Button>
                ),
              }
            : { text: 'Routes appear when the gateway runs and its connections come up.' }
        }
      />
    </SpaceBetween>
  )
}
