import type { VpnUserGroup } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { ActionButton } from '../../ui/ActionButton.tsx'
import type { Member } from './member-moves.ts'
import { MoveProgress } from './MoveProgress.tsx'
import type { Moves } from './use-moves.ts'

type MoveDialogProps = {
  title: string
  size?: 'medium' | 'large'
  submitText: string
  disabledReason: string | undefined
  moves: Moves
  users: readonly Member[]
  target: VpnUserGroup | undefined
  onClose: () => void
  /** What is asked before it begins. */
  children: ReactNode
}

/** Asks, moves, and says what came of it. Closing it does not stop what is under way. */
export const MoveDialog = (props: MoveDialogProps) => {
  const { title, size = 'medium', submitText, disabledReason, moves, users, target, onClose, children } = props
  const { state } = moves
  const isOver = state !== undefined && !state.isRunning
  return (
    <Modal
      visible
      size={size}
      header={title}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            {!state && (
              <>
                <ActionButton variant="link" onClick={onClose}>
                  Cancel
                </ActionButton>
                <ActionButton
                  variant="primary"
                  disabledReason={disabledReason}
                  onClick={() => {
                    if (target) void moves.begin(users, target)
                  }}
                >
                  {submitText}
                </ActionButton>
              </>
            )}
            {isOver && state.error !== undefined && (
              <ActionButton onClick={() => void moves.resume()}>Go on from there</ActionButton>
            )}
            {state && (
              <ActionButton variant="primary" onClick={onClose}>
                Close
              </ActionButton>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {state && target ? <MoveProgress state={state} target={target.name} /> : children}
    </Modal>
  )
}
