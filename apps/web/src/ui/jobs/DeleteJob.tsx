import type { Job } from '@vpn-console/api-client'
import { isGone } from '../../api/gone.ts'
import { useOperation } from '../../api/operation-query.ts'
import ConfirmDelete from '../ConfirmDelete.tsx'
import { showFlash } from '../flashes.ts'
import { jobName } from './job-words.ts'

const lists = {
  deleteVpnGatewayJob: 'listVpnGatewayJobs',
  deleteP2cVpnGatewayJob: 'listP2cVpnGatewayJobs',
} as const

export type DeleteJobOperation = keyof typeof lists

type DeleteJobProps = { operation: DeleteJobOperation; job: Job; gatewayName: string; onClose: () => void }

/** Takes the record of a finished job out of the history; the gateway itself is not touched. */
export const DeleteJob = ({ operation, job, gatewayName, onClose }: DeleteJobProps) => {
  const remove = useOperation(operation, { refreshes: [lists[operation]] })
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
