import type { Job, P2cVpnGateway, UpgradeAction } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { nextPollMs, operationQuery, staleSince, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { jobColumns } from '../../../ui/jobs/job-columns.tsx'
import { isFinished, jobPollInterval } from '../../../ui/jobs/job-progress.ts'
import { jobName } from '../../../ui/jobs/job-words.ts'
import { JobSteps } from '../../../ui/jobs/JobSteps.tsx'
import { VersionPanel } from '../../../ui/jobs/VersionPanel.tsx'
import { StaleNotice } from '../../../ui/StaleNotice.tsx'
import { ResourceTable } from '../../../ui/table/ResourceTable.tsx'
import { DeleteP2cJob } from './DeleteP2cJob.tsx'
import { P2cUpgradeDialog } from './P2cUpgradeDialog.tsx'

/** More than anybody upgrades a gateway. */
const mostJobs = 200

/** The job whose steps are shown: the one in the URL, else the one that is not finished. */
const shownJob = (jobs: readonly Job[] | undefined, wanted: string | null): Job | undefined =>
  jobs?.find(({ id }) => id === wanted) ?? jobs?.find((job) => !isFinished(job))

/** Upgrades of a gateway: what there is to do, how far it is, and what was before. */
export default function P2cUpgradesTab({ gateway }: { gateway: P2cVpnGateway }) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search] = useSearchParams()
  const [action, setAction] = useState<UpgradeAction>()
  const [deleting, setDeleting] = useState<Job>()
  const query = useQuery({
    ...operationQuery(cloudId, 'listP2cVpnGatewayJobs', { query: { resource_id: gateway.id, limit: mostJobs } }),
    refetchInterval: ({ state }) => nextPollMs(jobPollInterval(state.data?.jobs), state.error),
  })
  const columns = useMemo(() => {
    const page = paths.p2cGateway({ cloudId, p2cGatewayId: gateway.id })
    return jobColumns(({ id }) => `${page}?tab=upgrades&job=${encodeURIComponent(id)}`)
  }, [cloudId, gateway.id])
  const jobs = query.data?.jobs
  const shown = shownJob(jobs, search.get('job'))

  return (
    <SpaceBetween size="l">
      <VersionPanel
        gateway={gateway}
        description={`Version ${gateway.version ?? 'not told'}. The cloud tells only whether there is a newer one.`}
        disabledReason={denied('upgradeP2cVpnGateway')}
        onChoose={setAction}
      />
      {shown && <JobSteps job={shown} requestId={query.data?.request_id} />}
      <ResourceTable
        id="p2c-gateway-upgrades"
        urlPrefix="upgrades-"
        words={{ one: 'job', many: 'jobs' }}
        header={
          <Header
            variant="h2"
            actions={
              <StaleNotice
                since={staleSince(query)}
                onRetry={() => void query.refetch()}
                isRetrying={query.isFetching}
              />
            }
          >
            Upgrades of {gateway.name}
          </Header>
        }
        items={jobs}
        error={query.error}
        onRetry={() => void query.refetch()}
        columns={columns}
        idOf={({ id }) => id}
        nameOf={jobName}
        sortedBy="-started"
        empty={{ text: 'This gateway was never upgraded, or its records were deleted.' }}
        actionsOf={(job) => [
          {
            id: 'delete',
            text: 'Delete the record',
            onChoose: () => setDeleting(job),
            disabledReason:
              denied('deleteP2cVpnGatewayJob') ??
              (isFinished(job) ? undefined : 'It is not finished: only records of finished jobs can be deleted.'),
          },
        ]}
      />
      {action && <P2cUpgradeDialog action={action} gateway={gateway} onClose={() => setAction(undefined)} />}
      {deleting && <DeleteP2cJob job={deleting} gatewayName={gateway.name} onClose={() => setDeleting(undefined)} />}
    </SpaceBetween>
  )
}
