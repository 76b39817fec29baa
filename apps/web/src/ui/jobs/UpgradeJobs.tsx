import type { Job, UpgradeAction, VpnGateway } from '@vpn-console/api-client'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { nextPollMs, operationQuery, staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { StaleNotice } from '../StaleNotice.tsx'
import { ResourceTable } from '../table/ResourceTable.tsx'
import { DeleteJob, type DeleteJobOperation } from './DeleteJob.tsx'
import { jobColumns } from './job-columns.tsx'
import { isFinished, jobPollInterval } from './job-progress.ts'
import { jobName } from './job-words.ts'
import { JobSteps } from './JobSteps.tsx'
import { VersionPanel } from './VersionPanel.tsx'

/** More than anybody upgrades a gateway. */
const mostJobs = 200

/** The job whose steps are shown: the one in the URL, else the one that is not finished. */
const shownJob = (jobs: readonly Job[] | undefined, wanted: string | null): Job | undefined =>
  jobs?.find(({ id }) => id === wanted) ?? jobs?.find((job) => !isFinished(job))

type UpgradeJobsProps = {
  /** Under which the table keeps its preferences. */
  id: string
  gateway: Pick<VpnGateway, 'id' | 'name' | 'status' | 'upgrade_info'>
  versionText: string
  /** The page of the gateway. */
  page: string
  list: 'listVpnGatewayJobs' | 'listP2cVpnGatewayJobs'
  upgrade: 'upgradeVpnGateway' | 'upgradeP2cVpnGateway'
  remove: DeleteJobOperation
  /** What is to be done was chosen: the page asks before it does it. */
  onChoose: (action: UpgradeAction) => void
}

/** Upgrades of a gateway: what there is to do, how far it is, and what was before. */
export const UpgradeJobs = ({ id, gateway, versionText, page, list, upgrade, remove, onChoose }: UpgradeJobsProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const [search] = useSearchParams()
  const [deleting, setDeleting] = useState<Job>()
  const query = useQuery({
    ...operationQuery(cloudId, list, { query: { resource_id: gateway.id, limit: mostJobs } }),
    refetchInterval: ({ state }) => nextPollMs(jobPollInterval(state.data?.jobs), state.error),
  })
  const columns = useMemo(() => jobColumns((job) => `${page}?tab=upgrades&job=${encodeURIComponent(job.id)}`), [page])
  const jobs = query.data?.jobs
  const shown = shownJob(jobs, search.get('job'))

  return (
    <SpaceBetween size="l">
      <VersionPanel gateway={gateway} description={versionText} disabledReason={denied(upgrade)} onChoose={onChoose} />
      {shown && <JobSteps job={shown} requestId={query.data?.request_id} />}
      <ResourceTable
        id={id}
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
        idOf={(job) => job.id}
        nameOf={jobName}
        sortedBy="-started"
        empty={{ text: 'This gateway was never upgraded, or its records were deleted.' }}
        actionsOf={(job) => [
          {
            id: 'delete',
            text: 'Delete the record',
            onChoose: () => setDeleting(job),
            disabledReason:
              denied(remove) ??
              (isFinished(job) ? undefined : 'It is not finished: only records of finished jobs can be deleted.'),
          },
        ]}
      />
      {deleting && (
        <DeleteJob
          operation={remove}
          job={deleting}
          gatewayName={gateway.name}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </SpaceBetween>
  )
}
