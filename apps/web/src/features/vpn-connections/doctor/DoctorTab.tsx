import type { DoctorReport, VpnConnection } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { FormError } from '../../../ui/FormError.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import type { ConnectionContext } from '../../../ui/connections/connection-rows.ts'
import { Counts } from './Counts.tsx'
import { CopyText } from './CopyText.tsx'
import { examineParameter } from './examine-parameter.ts'
import { reportMarkdown } from './report-words.ts'
import { ReportView } from './ReportView.tsx'
import { ShareReport } from './ShareReport.tsx'
import { useExamination } from './use-examination.ts'
import styles from './Doctor.module.css'

/** Begins once where the URL asks for it, and takes that out of the URL: a reload is no second wish. */
const useWishedExamination = (start: () => void) => {
  const [search, setSearch] = useSearchParams()
  const isWished = search.has(examineParameter)
  const begun = useRef(false)
  useEffect(() => {
    if (!isWished || begun.current) return
    begun.current = true
    start()
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete(examineParameter)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }, [isWished, start, setSearch])
}

const Summary = ({ connectionId, report }: { connectionId: string; report: DoctorReport }) => (
  <SpaceBetween size="s">
    <div className={styles['actions']}>
      <output>
        <Counts report={report} />
      </output>
      <span className={styles['quiet']}>
        Examined <Timestamp value={new Date(report.made_at).toISOString()} />
      </span>
    </div>
    <div className={styles['actions']}>
      <CopyText text={reportMarkdown(report)}>Copy as text</CopyText>
      <ShareReport connectionId={connectionId} report={report} />
    </div>
  </SpaceBetween>
)

const Introduction = () => (
  <Box color="text-body-secondary">
    Goes through everything that keeps a tunnel down or its traffic out: both ends and their addresses, algorithms and
    keys, subnets on both sides, routes, limits, and what the log told. It reads only; nothing is changed. What cannot
    be read is said, and does not stop the rest.
  </Box>
)

type DoctorTabProps = { connection: VpnConnection; context: ConnectionContext }

/** Examines a connection over live data, and tells what it found and what to do about it. */
export default function DoctorTab({ connection }: DoctorTabProps) {
  const { name } = connection
  const { report, state, start, stop } = useExamination(connection)
  useWishedExamination(start)
  const isRunning = state.status === 'running'
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            actions={
              isRunning ? (
                <Button formAction="none" onClick={stop}>
                  Stop examining
                </Button>
              ) : (
                <Button formAction="none" variant="primary" onClick={start}>
                  {report ? `Examine ${name} again` : `Examine ${name}`}
                </Button>
              )
            }
          >
            Connection doctor
          </Header>
        }
      >
        <SpaceBetween size="s">
          {isRunning ? (
            <ProgressBar
              value={(100 * state.progress.done) / state.progress.total}
              label={`Examining ${name}`}
              description={`${state.progress.done} of ${state.progress.total} read`}
              {...(state.progress.latest !== undefined && { additionalInfo: `${state.progress.latest}: done` })}
            />
          ) : (
            !report && <Introduction />
          )}
          {state.status === 'stopped' && (
            <output>
              {`Stopped after ${state.progress.done} of ${state.progress.total} readings. `}
              {report ? 'What is below is the report before.' : 'There is no report.'}
            </output>
          )}
          {state.status === 'failed' && <FormError title={`${name} was not examined`} error={state.error} />}
          {report && !isRunning && <Summary key={report.made_at} connectionId={connection.id} report={report} />}
        </SpaceBetween>
      </Container>
      {report && !isRunning && <ReportView report={report} />}
    </SpaceBetween>
  )
}
