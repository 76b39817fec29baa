import type { Job, SubJob } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { CopyableId } from '../CopyableId.tsx'
import { KeyValues } from '../KeyValues.tsx'
import { useNow } from '../now.ts'
import { spanWords } from '../time-words.ts'
import { Timestamp } from '../Timestamp.tsx'
import { durationOf, isAtWork, isLate, progressOf } from './job-progress.ts'
import styles from './JobSteps.module.css'
import { jobName, jobState, stepState, stepWords } from './job-words.ts'

const Failure = ({ job, requestId }: { job: Job; requestId: string | undefined }) => (
  <Alert type="error" header={`${jobName(job)} failed`}>
    <div>{job.error_message || 'The cloud gives no reason.'}</div>
    <div>Open a ticket with the ids below, unless the reason says what to do.</div>
    <dl className={styles['ids']}>
      <dt>Job id</dt>
      <dd>
        <CopyableId value={job.id} what="the job id" />
      </dd>
      {requestId !== undefined && (
        <>
          <dt>Request id</dt>
          <dd>
            <CopyableId value={requestId} what="the request id" />
          </dd>
        </>
      )}
    </dl>
  </Alert>
)

const Progress = ({ job }: { job: Job }) => {
  const now = useNow()
  const percent = progressOf(job, now)
  const expected = job.expected_time_seconds
  const expectation = expected === undefined ? undefined : `The cloud expects it to take ${spanWords(expected * 1000)}.`
  if (percent === undefined)
    return expectation === undefined ? null : <Box color="text-body-secondary">{expectation}</Box>
  return (
    <ProgressBar
      value={percent}
      label="Progress"
      description={expectation ?? ''}
      additionalInfo={isLate(job, now) ? 'It takes longer than the cloud expected. It may still succeed.' : ''}
    />
  )
}

const Step = ({ step }: { step: SubJob }) => {
  const now = useNow()
  const { words, kind } = stepState(step)
  const ms = durationOf(step, now)
  return (
    <li className={styles['step']}>
      <span className={styles['name']}>{stepWords(step)}</span>
      <span title={`Status ${step.status}`}>
        <StatusIndicator type={kind}>{words}</StatusIndicator>
      </span>
      <span className={styles['quiet']}>{ms === undefined ? '' : spanWords(ms)}</span>
      {step.error_message && <span className={styles['reason']}>{step.error_message}</span>}
    </li>
  )
}

type JobStepsProps = {
  job: Job
  /** Of the answer that told of the job. */
  requestId: string | undefined
}

/** One upgrade with its steps: how far it is, what failed and why. */
export const JobSteps = ({ job, requestId }: JobStepsProps) => {
  const { words, kind } = jobState(job)
  return (
    <Container header={<Header variant="h2">{jobName(job)}</Header>}>
      <SpaceBetween size="m">
        {job.status === 'fail' && <Failure job={job} requestId={requestId} />}
        <KeyValues
          columns={4}
          items={[
            {
              label: 'State',
              value: (
                <span title={`Status ${job.status}`}>
                  <StatusIndicator type={kind}>{words}</StatusIndicator>
                </span>
              ),
            },
            { label: 'Started', value: <Timestamp value={job.created_at} /> },
            { label: 'Finished', value: <Timestamp value={job.finished_at} /> },
            { label: 'Job id', value: <CopyableId value={job.id} what="the id of the job" /> },
          ]}
        />
        {isAtWork(job) && <Progress job={job} />}
        {job.sub_jobs && job.sub_jobs.length > 0 && (
          <ol className={styles['steps']} aria-label={`Steps of ${jobName(job)}`}>
            {job.sub_jobs.map((step) => (
              <Step key={step.id} step={step} />
            ))}
          </ol>
        )}
      </SpaceBetween>
    </Container>
  )
}
