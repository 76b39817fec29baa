import { mostClientCas, type ClientCaCertificate, type VpnServer } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useOperation } from '../../api/operation-query.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { FormError } from '../../ui/FormError.tsx'
import { CaInput } from './CaInput.tsx'
import { CandidateCard } from './CandidateCard.tsx'
import { casOf, isGone, lockedOut } from './ca-words.ts'
import styles from './ClientCas.module.css'
import { useCaImport, type CaImport } from './use-ca-import.ts'

type CaDialogProps = {
  server: VpnServer
  /** The CA in whose place another one comes. */
  replaced?: ClientCaCertificate | undefined
  onClose: () => void
}

const them = (count: number) => (count === 1 ? '1 client CA' : `${count} client CAs`)

/** Why nothing can be imported now, or undefined. */
const waitingFor = ({ ready, shown, isChecking }: CaImport, room: number, isReplacing: boolean) => {
  if (isChecking) return 'The cloud is still checking.'
  if (shown.length === 0) return 'Paste or drop a CA certificate first.'
  if (ready.length === 0) return 'None of these can be imported.'
  if (isReplacing && ready.length > 1) return 'One CA comes in the place of another: leave out the others.'
  return ready.length > room
    ? `A server takes ${mostClientCas} client CAs: leave out ${ready.length - room}.`
    : undefined
}

/** Imports client CAs, each checked by the cloud before; or one in the place of another, in that order. */
export default function CaDialog({ server, replaced, onClose }: CaDialogProps) {
  const imports = useCaImport(server)
  const [deletesOld, setDeletesOld] = useState(true)
  const [isInPlace, setInPlace] = useState(false)
  const [saidCount, setSaidCount] = useState(0)
  const remove = useOperation('deleteClientCa', {
    refreshes: ['listVpnServersByProject', 'listVpnServersByVgw', 'showClientCa'],
  })
  const { shown, ready, isPending } = imports
  const room = mostClientCas - casOf(server).length

  const finish = (content: string) => {
    showFlash({ type: 'success', content })
    onClose()
  }

  const deleteOld = () => {
    if (!replaced) return
    const done = () => finish(`${replaced.name} was replaced and deleted.`)
    remove.mutate(
      { params: { vpn_server_id: server.id, client_ca_certificate_id: replaced.id } },
      { onSuccess: done, onError: (error) => isGone(error) && done() },
    )
  }

  const send = async () => {
    const count = ready.length
    const failed = await imports.save()
    if (failed > 0) return
    if (replaced && deletesOld) {
      setInPlace(true)
      deleteOld()
      return
    }
    // What cannot be imported stays where it can be read.
    if (shown.some(({ now }) => now.state === 'refused')) setSaidCount(count)
    else finish(replaced ? `The new client CA is in place beside ${replaced.name}.` : `${them(count)} imported.`)
  }

  const title = replaced ? `Replace client CA ${replaced.name}` : 'Import client CAs'
  const error = isGone(remove.error) ? null : remove.error
  return (
    <Modal
      visible
      size="large"
      header={title}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              {saidCount > 0 || isInPlace ? 'Close' : 'Cancel'}
            </Button>
            {replaced && isInPlace ? (
              <Button
                formAction="none"
                variant="primary"
                loading={remove.isPending}
                loadingText={`Deleting ${replaced.name}`}
                onClick={deleteOld}
              >
                Delete {replaced.name}
              </Button>
            ) : (
              <ActionButton
                variant="primary"
                loading={isPending}
                loadingText="Importing"
                disabledReason={waitingFor(imports, room, replaced !== undefined)}
                onClick={() => void send()}
              >
                {replaced ? `Replace ${replaced.name}` : ready.length > 0 ? `Import ${them(ready.length)}` : 'Import'}
              </ActionButton>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {replaced && (
          <SpaceBetween size="s">
            <ol className={styles['steps']}>
              <li>The new CA is imported{isInPlace && ': done'}.</li>
              <li>
                {deletesOld
                  ? `Then ${replaced.name} is deleted.`
                  : `${replaced.name} stays, until all clients have certificates of the new one and you delete it.`}
              </li>
            </ol>
            {!isInPlace && (
              <Checkbox checked={deletesOld} onChange={({ detail }) => setDeletesOld(detail.checked)}>
                Delete {replaced.name} once the new one is there
              </Checkbox>
            )}
            {deletesOld && <Alert type="warning">{lockedOut(server, replaced)}</Alert>}
          </SpaceBetween>
        )}
        {!isInPlace && <CaInput isSingle={replaced !== undefined} isPending={isPending} onAdd={imports.add} />}
        {shown.map((candidate) => (
          <CandidateCard
            key={candidate.token}
            candidate={candidate}
            isPending={isPending}
            onRename={(name) => imports.rename(candidate.token, name)}
            onRemove={() => imports.remove(candidate.token)}
          />
        ))}
        {saidCount > 0 && <Alert type="success">{them(saidCount)} imported. The others are as they were.</Alert>}
        {replaced && error !== null && !remove.isPending && (
          <FormError title={`The new CA is in place, but ${replaced.name} was not deleted`} error={error} />
        )}
      </SpaceBetween>
    </Modal>
  )
}
