import type { Route, VpnGateway } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { enterpriseRouterList } from '../../../api/lists.ts'
import { nextPollMs, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { connectionList, routeList, routePollInterval } from '../gateway-queries.ts'
import { changesWords, present, type FollowedRoute } from './route-changes.ts'
import { routeColumns, type RouteRow } from './route-columns.tsx'
import { answerWords, findRoutes } from './route-lookup.ts'
import { readWanted, type Wanted } from '../../../ui/wanted-address.ts'
import { nextHopOf, routeKey } from './route-words.ts'
import { RouteFinder } from './RouteFinder.tsx'
import { useFollowedRoutes } from './use-followed-routes.ts'

const parameter = 'address'
const namesChangeSeldomMs = 5 * 60_000

/** The address or prefix in the URL whose way is looked for, and how to change it. */
const useTyped = () => {
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

/** What the routes of a gateway lead to, by name as far as names can be listed. */
const useHops = (gateway: VpnGateway) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { data: connections } = useQuery({
    ...connectionList(cloudId, gateway.id),
    enabled: denied('listVpnConnections') === undefined,
  })
  const { data: routers } = useQuery({
    ...enterpriseRouterList(cloudId),
    enabled: gateway.attachment_type === 'er' && denied('listEnterpriseRouters') === undefined,
    staleTime: namesChangeSeldomMs,
  })
  return useCallback(
    (route: Route) => nextHopOf(route, { gateway, connections: connections ?? [], routers: routers ?? [] }),
    [gateway, connections, routers],
  )
}

/** The rows of an answer, in its order: the deciding route first. */
const foundRows = (followed: readonly FollowedRoute[], wanted: Wanted): RouteRow[] => {
  const byKey = new Map(followed.map((one) => [one.key, one]))
  const routes = present(followed).map(({ route }) => route)
  return findRoutes(routes, wanted).flatMap(({ route, role }, place) => {
    const row = byKey.get(routeKey(route))
    return row ? [{ ...row, role, place }] : []
  })
}

/** The routes a gateway knows at this moment, and which of them carries an address. */
export const GatewayRoutes = ({ gateway }: { gateway: VpnGateway }) => {
  const cloudId = useCloudId()
  const [typed, setTyped] = useTyped()
  const routes = useQuery({
    ...routeList(cloudId, gateway.id),
    refetchInterval: ({ state }) => nextPollMs(routePollInterval(gateway), state.error),
  })
  const { followed, forget } = useFollowedRoutes(routes.data, routes.dataUpdatedAt)
  const hopOf = useHops(gateway)
  const read = useMemo(() => readWanted(typed), [typed])
  const wanted = read && 'block' in read ? read : undefined
  const isLooking = wanted !== undefined
  const columns = useMemo(() => routeColumns(cloudId, hopOf, isLooking), [cloudId, hopOf, isLooking])
  const rows = useMemo(
    (): readonly RouteRow[] | undefined => (followed && wanted ? foundRows(followed, wanted) : followed),
    [followed, wanted],
  )
  const changes = followed && changesWords(followed)
  const answer = useMemo(() => {
    if (!followed || !wanted) return undefined
    const found = findRoutes(
      present(followed).map(({ route }) => route),
      wanted,
    )
    return answerWords(wanted, found, (route) => hopOf(route)?.name)
  }, [followed, wanted, hopOf])
  const retry = () => void routes.refetch()

  return (
    <SpaceBetween size="m">
      <RouteFinder
        typed={typed}
        onType={setTyped}
        trouble={read && 'problem' in read ? read : undefined}
        answer={answer}
      />
      <ResourceTable
        id="gateway-routes"
        urlPrefix="routes-"
        words={{ one: 'route', many: 'routes' }}
        header={
          <Header
            variant="h2"
            {...(followed && { counter: `(${present(followed).length})` })}
            description={
              routes.data && (
                <>
                  As of <Timestamp value={new Date(routes.dataUpdatedAt).toISOString()} />
                  {changes !== undefined && ` · since you look: ${changes}`}
                </>
              )
            }
            actions={
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <StaleNotice since={staleSince(routes)} onRetry={retry} isRetrying={routes.isFetching} />
                {changes !== undefined && (
                  <Button formAction="none" onClick={forget}>
                    Clear the marks
                  </Button>
                )}
              </SpaceBetween>
            }
          >
            Route table of {gateway.name}
          </Header>
        }
        items={rows}
        error={routes.error}
        onRetry={retry}
        columns={columns}
        idOf={({ key }) => key}
        nameOf={({ route }) => route.destination}
        sortedBy="place"
        empty={
          wanted
            ? {
                text: `No route leads to ${wanted.text}.`,
                action: (
                  <Button formAction="none" onClick={() => setTyped('')}>
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
