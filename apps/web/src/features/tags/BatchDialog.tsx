import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { AppLink } from '../../ui/AppLink.tsx'
import { errorText } from '../../ui/error-words.ts'
import { useCloudId } from '../../api/operation-query.ts'
import type { Tagged } from './tagged.ts'
import { pathOf } from './tag-types.ts'
import type { Batch } from './use-batch.ts'

type BatchDialogProps = {
  title: string
  /** What the first button does: `Add to 5 resources`. */
  submitText: string
  disabledReason: string | undefined
  batch: Batch | undefined
  /** What is asked before it begins. */
  children: ReactNode
  onSubmit: () => void
  onRetry: (resources: readonly Tagged[]) => void
  onStop: () => void
  onClose: () => void
}

const ResourceName = ({ resource: { type, id, name } }: { resource: Tagged }) => (
  <AppLink to={pathOf(useCloudId(), type, id)}>{name}</AppLink>
)

const countText = (count: number) => `${count} ${count === 1 ? 'resource' : 'resources'}`

const Result = ({ batch: { total, done, failed, isRunning, isStopped } }: { batch: Batch }) => {
  if (isRunning) {
    const finished = done + failed.length
    return (
      <ProgressBar
        value={total === 0 ? 100 : (finished / total) * 100}
        label="Progress"
        description={`${finished} of ${countText(total)}`}
      />
    )
  }
  const left = total - done - failed.length
  return (
    <SpaceBetween size="s">
      {done > 0 && <Alert type="success">The tags of {countText(done)} are changed.</Alert>}
      {isStopped && left > 0 && <Alert type="info">Stopped: {countText(left)} were not touched.</Alert>}
      {failed.length > 0 && (
        <Alert type="error" header={`The tags of ${countText(failed.length)} were not changed`}>
          <ul>
            {failed.map(({ resource, error }) => (
              <li key={resource.id}>
                <ResourceName resource={resource} />: {errorText(error)}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </SpaceBetween>
  )
}

/** Changes tags of many resources: asks, shows how far it is, and says exactly which failed. */
export const BatchDialog = (props: BatchDialogProps) => {
  const { title, submitText, disabledReason, batch, children, onSubmit, onRetry, onStop, onClose } = props
  const failed = batch?.failed.map(({ resource }) => resource) ?? []
  const buttons = !batch ? (
    <>
      <ActionButton variant="link" onClick={onClose}>
        Cancel
      </ActionButton>
      <ActionButton variant="primary" disabledReason={disabledReason} onClick={onSubmit}>
        {submitText}
      </ActionButton>
    </>
  ) : batch.isRunning ? (
    <ActionButton onClick={onStop}>Stop</ActionButton>
  ) : (
    <>
      {failed.length > 0 && (
        <ActionButton onClick={() => onRetry(failed)}>Try again for {countText(failed.length)}</ActionButton>
      )}
      <ActionButton variant="primary" onClick={onClose}>
        Close
      </ActionButton>
    </>
  )
  return (
    <Modal
      visible
      size="medium"
      header={title}
      closeAriaLabel="Close"
      // Closing does not stop what is under way.
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {buttons}
          </SpaceBetween>
        </Box>
      }
    >
      {batch ? <Result batch={batch} /> : children}
    </Modal>
  )
}
