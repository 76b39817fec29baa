import type { Cloud } from '@vpn-console/api-client'
import { lazy, Suspense, type ReactNode } from 'react'
import type { LoaderFunctionArgs } from 'react-router'
import { connectionList, gatewayList } from '../../api/lists.ts'
import { load, useCloudId } from '../../api/operation-query.ts'
import { p2cGatewayList } from '../../api/p2c-lists.ts'
import { queryClient } from '../../api/query-client.ts'
import { denialReason, sessionQuery, useConsoleDenied, useDenied, useSession } from '../../api/session.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { firstSteps } from './first-steps.ts'
import { GatewaysPanel } from './GatewaysPanel.tsx'
import { Hints } from './Hints.tsx'
import { LimitsPanel } from './LimitsPanel.tsx'
import styles from './Overview.module.css'
import { overviewParts, type OverviewPart } from './overview-parts.ts'
import { RemoteAccessPanel } from './RemoteAccessPanel.tsx'
import { TunnelsPanel } from './TunnelsPanel.tsx'
import { useWatched } from './use-watched.ts'

const CertificatesNearEnd = lazy(() => import('../certificates/CertificatesNearEnd.tsx'))
const ChangesPanel = lazy(() => import('./ChangesPanel.tsx'))

export const crumb = 'Overview'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const cloudId = params['cloudId'] ?? ''
  const session = await load(request, sessionQuery)
  // The page does not wait for any of its boxes, but what comes first is asked for at once.
  if (denialReason(session, 'listVpnConnections', { cloudId }) === undefined) {
    void queryClient.prefetchQuery(connectionList(cloudId))
  }
  if (denialReason(session, 'listVgws', { cloudId }) === undefined) void queryClient.prefetchQuery(gatewayList(cloudId))
  return null
}

/** Whether there are tunnels, and else the first steps for who may take them. */
const useBeginning = (cloudId: string, hasP2c: boolean) => {
  const denied = useDenied()
  const isSeen = (name: 'listVgws' | 'listVpnConnections' | 'listP2cVgws') => denied(name) === undefined
  const gateways = useWatched(gatewayList(cloudId), { isEnabled: isSeen('listVgws') }).data?.length
  const connections = useWatched(connectionList(cloudId), { isEnabled: isSeen('listVpnConnections') }).data?.length
  const seesP2c = hasP2c && isSeen('listP2cVgws')
  const p2cGateways = useWatched(p2cGatewayList(cloudId), { isEnabled: seesP2c }).data?.length
  const mayBegin = denied('createVgw') === undefined || denied('createVpnConnection') === undefined
  return {
    steps: mayBegin ? firstSteps({ gateways, connections, p2cGateways }) : undefined,
    hasTunnels: connections !== undefined && connections > 0,
  }
}

const panels: Record<Exclude<OverviewPart, 'tunnels'>, ReactNode> = {
  gateways: <GatewaysPanel />,
  'remote-access': <RemoteAccessPanel />,
  certificates: <CertificatesNearEnd />,
  quotas: <LimitsPanel />,
  changes: <ChangesPanel />,
}

const Parts = ({ cloud }: { cloud: Cloud }) => {
  const denied = useDenied()
  const ownDenied = useConsoleDenied()
  const { steps, hasTunnels } = useBeginning(cloud.id, cloud.hasP2c)
  const may = {
    call: (name: Parameters<typeof denied>[0]) => denied(name) === undefined,
    own: (action: string) => ownDenied(action) === undefined,
  }
  const parts = overviewParts(may, cloud)
  const rest = parts.filter((part) => part !== 'tunnels')
  return (
    <div className={styles['parts']}>
      {cloud.vendor === 'emulator' && hasTunnels && may.call('createVpnConnection') && <Hints />}
      {steps && <FirstSteps steps={steps} hasP2c={cloud.hasP2c} />}
      {!steps && parts.includes('tunnels') && <TunnelsPanel />}
      {parts.length === 0 && (
        <p className={styles['none']}>
          Your roles show nothing of this cloud. An administrator of the console can change that.
        </p>
      )}
      {rest.length > 0 && (
        <div className={styles['grid']}>
          {rest.map((part) => (
            <Suspense key={part}>{panels[part]}</Suspense>
          ))}
        </div>
      )}
    </div>
  )
}

/** Where most people begin: what fails, what needs somebody, and what changed, as far as each may see it. */
export default function OverviewPage() {
  const cloudId = useCloudId()
  const cloud = useSession().clouds.find(({ id }) => id === cloudId)
  return (
    <KitWords>
      <PageHeader title="Overview" {...(cloud && { description: `${cloud.name} · ${cloud.region}` })} />
      {cloud && <Parts cloud={cloud} />}
    </KitWords>
  )
}
