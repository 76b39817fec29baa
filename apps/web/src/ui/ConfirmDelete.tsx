import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { FormError } from './FormError.tsx'

type ConfirmDeleteProps = {
  /** What it is: `VPN gateway`. */
  thing: string
  name: string
  /** What goes down with it, in words. */
  consequence: ReactNode
  /** For what is costly: the name has to be typed. */
  asksForName?: boolean
  isPending: boolean
  error: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is taken down, and names all that goes with it. Its own failure stays in it. */
export default function ConfirmDelete(props: ConfirmDeleteProps) {
  const { thing, name, consequence, asksForName = false, isPending, error, onConfirm, onClose } = props
  const [typed, setTyped] = useState('')
  const [isTried, setTried] = useState(false)
  const isNamed = !asksForName || typed === name

  const confirm = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    if (isNamed && !isPending) onConfirm()
  }

  return (
    <Modal
      visible
      header={`Delete ${thing} ${name}`}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button
              variant="primary"
              formAction="submit"
              nativeButtonAttributes={{ form: 'confirm-delete' }}
              loading={isPending}
              loadingText={`Deleting ${name}`}
            >
              Delete {name}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form id="confirm-delete" onSubmit={confirm} noValidate>
        <SpaceBetween size="m">
          <Alert type="warning">{consequence}</Alert>
          {asksForName && (
            <FormField
              label={`Type ${name} to confirm`}
              errorText={isTried && !isNamed ? `Type the name exactly: ${name}` : undefined}
            >
              <Input
                value={typed}
                onChange={({ detail }) => setTyped(detail.value)}
                autoComplete={false}
                spellcheck={false}
                placeholder={name}
              />
            </FormField>
          )}
          {error !== null && error !== undefined && <FormError title={`${name} was not deleted`} error={error} />}
        </SpaceBetween>
      </form>
    </Modal>
  )
}
