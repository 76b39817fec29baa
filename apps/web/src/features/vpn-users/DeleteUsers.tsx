import type { VpnUser } from '@vpn-console/api-client'
import { isGone } from '../../api/gone.ts'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useOperation } from '../../api/operation-query.ts'
import ConfirmDelete from '../../ui/ConfirmDelete.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { FormError } from '../../ui/FormError.tsx'
import styles from './DeleteUsers.module.css'
import { onlineState, type OnlineUsers } from './online.ts'
import { countUsers, deleteConsequence } from './user-words.ts'

const refreshes = ['listVpnUsers', 'listVpnUserGroups', 'listP2cVgwConnections'] as const

type DeleteProps = {
  serverId: string
  online: OnlineUsers | undefined
  onClose: () => void
  onDeleted: () => void
}

/** Asks before one user is deleted. */
export const DeleteUser = ({ serverId, user, online, onClose, onDeleted }: DeleteProps & { user: VpnUser }) => {
  const remove = useOperation('deleteVpnUser', { refreshes })
  const finish = () => {
    showFlash({ type: 'success', content: `${user.name} was deleted.` })
    onDeleted()
  }
  return (
    <ConfirmDelete
      thing="user"
      name={user.name}
      consequence={deleteConsequence([user], online)}
      isPending={remove.isPending}
      error={isGone(remove.error) ? null : remove.error}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(
          { params: { vpn_server_id: serverId, user_id: user.id } },
          {
            onSuccess: finish,
            // A 404 is success: another tab may have deleted it first.
            onError: (error) => {
              if (isGone(error)) finish()
            },
          },
        )
      }
    />
  )
}

type DeleteSeveralProps = DeleteProps & {
  /** Those of the chosen ones who are still there. */
  users: readonly VpnUser[]
}

/** Asks before users are deleted together: with their names, and with who of them is cut. */
export const DeleteSeveral = ({ serverId, users: left, online, onClose, onDeleted }: DeleteSeveralProps) => {
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const remove = useOperation('batchDeleteVpnUsers', { refreshes })
  const [sent, setSent] = useState<readonly VpnUser[]>()
  // The list is read again before the answer is told: until then it is about those who were sent.
  const users = (remove.isPending ? sent : undefined) ?? left
  const count = countUsers(users.length)
  const isConfirmed = typed.trim() === count
  // The answer was lost, or somebody else was faster: they are gone all the same.
  const isOver = users.length === 0

  const confirm = () => {
    setTried(true)
    if (!isConfirmed || remove.isPending) return
    setSent(users)
    remove.mutate(
      { params: { vpn_server_id: serverId }, body: { users: users.map(({ id }) => ({ id })) } },
      {
        onSuccess: () => {
          showFlash({ type: 'success', content: `${count} ${users.length === 1 ? 'was' : 'were'} deleted.` })
          onDeleted()
        },
      },
    )
  }

  return (
    <Modal
      visible
      size="medium"
      header={`Delete ${count}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant={isOver ? 'primary' : 'link'} onClick={isOver ? onDeleted : onClose}>
              {isOver ? 'Close' : 'Cancel'}
            </Button>
            {!isOver && (
              <Button
                formAction="none"
                variant="primary"
                loading={remove.isPending}
                loadingText={`Deleting ${count}`}
                onClick={confirm}
              >
                Delete {count}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {isOver ? (
        <Alert type="success">They are in the list no more.</Alert>
      ) : (
        <SpaceBetween size="m">
          <Alert type="warning">{deleteConsequence(users, online)}</Alert>
          <ul className={styles['names']} aria-label="Users to delete">
            {users.map(({ id, name }) => (
              <li key={id}>
                {name}
                {onlineState(online, name) === 'Online' && <strong> online</strong>}
              </li>
            ))}
          </ul>
          <FormField
            label={`Type ${count} to confirm`}
            errorText={isTried && !isConfirmed ? `Type it exactly: ${count}` : undefined}
          >
            <Input
              value={typed}
              onChange={({ detail }) => setTyped(detail.value)}
              autoComplete={false}
              spellcheck={false}
              placeholder={count}
            />
          </FormField>
          {remove.error !== null && !remove.isPending && (
            <FormError
              title="The users were not deleted"
              // One who is gone already makes the cloud refuse all; the list has been read again meanwhile.
              error={remove.error}
            />
          )}
        </SpaceBetween>
      )}
    </Modal>
  )
}
