import type { Job } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { AppLink } from '../AppLink.tsx'
import type { Column } from '../table/columns.ts'
import { spanWords } from '../time-words.ts'
import { Timestamp } from '../Timestamp.tsx'
import { durationOf } from './job-progress.ts'
import { jobName, jobState } from './job-words.ts'

const stepsDone = ({ sub_jobs = [] }: Job): string =>
  sub_jobs.length === 0 ? '–' : `${sub_jobs.filter(({ status }) => status === 'success').length} of ${sub_jobs.length}`

const took = (job: Job): string => {
  const ms = job.finished_at === undefined ? undefined : durationOf(job, 0)
  return ms === undefined ? '–' : spanWords(ms)
}

/** What the history of upgrades tells; `pathOf` leads to a job's steps. */
export const jobColumns = (pathOf: (job: Job) => string): Column<Job>[] => [
  {
    id: 'name',
    header: 'Job',
    value: jobName,
    cell: (job) => <AppLink to={pathOf(job)}>{jobName(job)}</AppLink>,
    filter: 'text',
    isRowHeader: true,
    minWidth: 200,
  },
  {
    id: 'state',
    header: 'State',
    value: (job) => jobState(job).words,
    cell: (job) => (
      <span title={`Status ${job.status}`}>
        <StatusIndicator type={jobState(job).kind}>{jobState(job).words}</StatusIndicator>
      </span>
    ),
    filter: 'choice',
    minWidth: 150,
  },
  {
    id: 'started',
    header: 'Started',
    value: ({ created_at }) => created_at,
    cell: ({ created_at }) => <Timestamp value={created_at} />,
    minWidth: 110,
  },
  {
    id: 'finished',
    header: 'Finished',
    value: ({ finished_at }) => finished_at,
    cell: ({ finished_at }) => <Timestamp value={finished_at} />,
    minWidth: 110,
  },
  { id: 'took', header: 'Took', value: took, minWidth: 80 },
  { id: 'steps', header: 'Steps done', value: stepsDone, minWidth: 100 },
  {
    id: 'reason',
    header: 'Reason of a failure',
    value: ({ error_message }) => error_message,
    cell: ({ error_message }) => <>{error_message || '–'}</>,
    filter: 'text',
    minWidth: 160,
  },
  {
    id: 'id',
    header: 'Id',
    value: ({ id }) => id,
    cell: ({ id }) => <span className="mono">{id}</span>,
    filter: 'text',
    isHidden: true,
  },
]
