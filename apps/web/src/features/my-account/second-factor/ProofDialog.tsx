import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId } from 'react'
import { FormProvider } from 'react-hook-form'
import { FormError } from '../../../ui/FormError.tsx'
import { PasswordInput } from '../PasswordInput.tsx'
import { CodeInput } from './CodeInput.tsx'
import { fullProof, type ProofValues } from './proof-form.ts'
import { useProof } from './use-proof.ts'

type ProofDialogProps<T> = {
  title: string
  consequence: string
  submitText: string
  errorTitle: string
  send: (values: ProofValues) => Promise<T>
  onDone: (answer: T) => void
  onClose: () => void
}

/** Asks for password and code before the second factor is changed. */
export const ProofDialog = <T,>(props: ProofDialogProps<T>) => {
  const { title, consequence, submitText, errorTitle, send, onDone, onClose } = props
  const id = useId()
  const { form, submit, isPending, error } = useProof<T>({ schema: fullProof, send, onDone })
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
              variant="primary"
              formAction="submit"
              nativeButtonAttributes={{ form: id }}
              loading={isPending}
              loadingText="Sending"
            >
              {submitText}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <FormProvider {...form}>
        <form id={id} noValidate onSubmit={(event) => void submit(event)}>
          <SpaceBetween size="m">
            <Alert type="warning">{consequence}</Alert>
            <PasswordInput<ProofValues> name="password" label="Your password" fill="current-password" />
            <CodeInput takesRecovery />
            {error && <FormError title={errorTitle} error={error} />}
          </SpaceBetween>
        </form>
      </FormProvider>
    </Modal>
  )
}
