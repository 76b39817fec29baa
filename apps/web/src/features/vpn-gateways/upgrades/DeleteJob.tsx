import type { Job } from '@vpn-console/api-client'
import { useOperation } from '../../../api/operation-query.ts'
import ConfirmDelete from '../../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../../ui/flashes.ts'
import { isGone } from '../gateway-queries.ts'
import { jobName } from '../../../ui/jobs/job-words.ts'

type DeleteJobProps = { job: Job; gatewayName: string; onClose: () => void }

/** Takes the record of a finished job out of the history; the gateway itself is not touched. */
export const DeleteJob = ({ job, gatewayName, onClose }: DeleteJobProps) => {
  const remove = useOperation('deleteVpnGatewayJob', { refreshes: ['listVpnGatewayJobs'] })
  const name = jobName(job)
  const done = () => {
    showFlash({ type: 'success', content: `The record of ${name} was deleted.` })
    onClose()
  }
  return (
    <ConfirmDelete
      thing="record"
      name={name}
      consequence={`The record goes for good, with its steps and their times. ${gatewayName} itself is not touched.`}
      isPending={remove.isPending}
      // A 404 is success: another tab may have deleted it first.
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { job_id: job.id } },
          {
            onSuccess: done,
            onError: (error) => {
              if (isGone(error)) done()
            },
          },
        )
      }
    />
  )
}
