import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId, type ReactNode } from 'react'
import { FormProvider, type FieldValues } from 'react-hook-form'
import { FormError } from '../FormError.tsx'
import { SendingNote } from './SendingNote.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useFormSubmit, type FormSubmit } from './use-form-submit.ts'

type FormDialogProps<V extends FieldValues> = Omit<FormSubmit<V>, 'onRefused'> & {
  title: string
  /** What the button does: `Create user group`. */
  submitText: string
  disabledReason?: string | undefined
  /** What did not happen when sending fails. */
  errorTitle: string
  /** A dialog that is only closed keeps what was typed; one that is cancelled forgets it. */
  onClose: () => void
  children: ReactNode
}

/** A small form above the page it belongs to. */
export const FormDialog = <V extends FieldValues>(props: FormDialogProps<V>) => {
  const { title, submitText, disabledReason, errorTitle, onClose, children, form } = props
  const id = useId()
  const { isPending, error, isDirty, isSaved, discard, send } = useFormSubmit(props)
  return (
    <>
      <Modal
        visible
        header={title}
        closeAriaLabel="Close"
        onDismiss={onClose}
        footer={
          <Box float="right">
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                formAction="none"
                variant="link"
                onClick={() => {
                  discard()
                  onClose()
                }}
              >
                Cancel
              </Button>
              <Button
                variant="primary"
                formAction="submit"
                nativeButtonAttributes={{ form: id }}
                loading={isPending}
                loadingText="Sending"
                disabled={disabledReason !== undefined}
                disabledReason={disabledReason}
              >
                {submitText}
              </Button>
            </SpaceBetween>
          </Box>
        }
      >
        <FormProvider {...form}>
          <form id={id} noValidate onSubmit={(event) => void form.handleSubmit((values) => send(values))(event)}>
            <SpaceBetween size="m">
              {children}
              {error !== null && !isPending && <FormError title={errorTitle} error={error} />}
              <SendingNote />
            </SpaceBetween>
          </form>
        </FormProvider>
      </Modal>
      <UnsavedGuard isDirty={isDirty} isSaved={isSaved} onLeave={discard} />
    </>
  )
}
