import { useParams, type LoaderFunctionArgs } from 'react-router'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { consoleQuery } from '../../../api/console-call.ts'
import { load, useCloudId, useLive } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { AppLink } from '../../../ui/AppLink.tsx'
import { KitWords } from '../../../ui/KitWords.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Timestamp } from '../../../ui/Timestamp.tsx'
import { Counts } from './Counts.tsx'
import { CopyText } from './CopyText.tsx'
import { examineParameter } from './examine-parameter.ts'
import { reportMarkdown } from './report-words.ts'
import { ReportView } from './ReportView.tsx'
import styles from './Doctor.module.css'

const reportQuery = (cloudId: string, reportId: string) =>
  consoleQuery(cloudId, 'showDoctorReport', { params: { reportId } })

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, reportQuery(params['cloudId'] ?? '', params['reportId'] ?? ''))

const iso = (ms: number) => new Date(ms).toISOString()

export default function DoctorReportPage() {
  const cloudId = useCloudId()
  const { reportId = '' } = useParams()
  // What was found at one moment does not change.
  const { data } = useLive(reportQuery(cloudId, reportId), () => false)
  const { connection_id: connectionId, created_at, created_by, report } = data
  const connection = paths.vpnConnection({ cloudId, connectionId })
  return (
    <KitWords>
      <PageHeader
        title={`Doctor report on ${report.connection_name}`}
        description={
          <>
            {report.gateway_name} to {report.customer_gateway_name}, examined <Timestamp value={iso(report.made_at)} />,
            shared <Timestamp value={iso(created_at)} /> by {created_by}
          </>
        }
        actions={
          <ActionButton variant="primary" to={`${connection}?tab=doctor&${examineParameter}=now`}>
            Examine again
          </ActionButton>
        }
      />
      <SpaceBetween size="l">
        <div className={styles['actions']}>
          <Counts report={report} />
          <AppLink to={connection}>Open {report.connection_name} as it is now</AppLink>
          <CopyText text={reportMarkdown(report)}>Copy as text</CopyText>
        </div>
        <ReportView report={report} />
      </SpaceBetween>
    </KitWords>
  )
}
