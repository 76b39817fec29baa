import type { DoctorReport } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import { useMutation } from '@tanstack/react-query'
import { consoleCall } from '../../../api/console-call.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { paths } from '../../../paths.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import styles from './Doctor.module.css'

type ShareReportProps = { connectionId: string; report: DoctorReport }

/** Keeps a report at the console, and gives the link under which others find it. */
export const ShareReport = ({ connectionId, report }: ShareReportProps) => {
  const cloudId = useCloudId()
  const share = useMutation({
    mutationFn: () => consoleCall(cloudId, 'createDoctorReport', { body: { connection_id: connectionId, report } }),
  })
  if (!share.data) {
    return (
      <>
        <Button
          formAction="none"
          iconName="share"
          loading={share.isPending}
          loadingText="Storing the report"
          onClick={() => share.mutate()}
        >
          Share by link
        </Button>
        {share.error && <FormError title="The report was not stored" error={share.error} />}
      </>
    )
  }
  const path = paths.doctorReport({ cloudId, reportId: share.data.id })
  return (
    <output className={styles['shared']}>
      <AppLink to={path}>{`${location.origin}${path}`}</AppLink>
      <CopyButton text={`${location.origin}${path}`} what="the link of the report" />
      <span className={styles['quiet']}>For everybody who may see this connection, for 90 days.</span>
    </output>
  )
}
