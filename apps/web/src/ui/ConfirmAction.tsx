import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { FormError } from './FormError.tsx'

type ConfirmActionProps = {
  title: string
  /** What it interrupts and what cannot be undone, in words. */
  consequence: ReactNode
  /** What the button does: `Commit the upgrade of gw-paris`. */
  actionText: string
  pendingText: string
  /** What did not happen when it fails. */
  errorTitle: string
  isPending: boolean
  error: Error | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that interrupts somebody or cannot be undone. Its own failure stays in it. */
export const ConfirmAction = (props: ConfirmActionProps) => {
  const { title, consequence, actionText, pendingText, errorTitle, isPending, error, onConfirm, onClose } = props
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              formAction="none"
              variant="primary"
              loading={isPending}
              loadingText={pendingText}
              onClick={onConfirm}
            >
              {actionText}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{consequence}</Alert>
        {error !== null && !isPending && <FormError title={errorTitle} error={error} />}
      </SpaceBetween>
    </Modal>
  )
}
