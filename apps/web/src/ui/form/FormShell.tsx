import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { FormProvider, type FieldValues } from 'react-hook-form'
import { ActionButton } from '../ActionButton.tsx'
import type { CodeRequest } from '../code/code-request.ts'
import { FormError } from '../FormError.tsx'
import { KitWords } from '../KitWords.tsx'
import { PageHeader } from '../PageHeader.tsx'
import styles from './FormShell.module.css'
import { RequestSection } from './RequestSection.tsx'
import { SendingNote } from './SendingNote.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useFormSubmit, type FormSubmit } from './use-form-submit.ts'

type FormShellProps<V extends FieldValues> = Omit<FormSubmit<V>, 'onRefused'> & {
  title: string
  description?: ReactNode
  /** What the button does: `Save gw-paris`. */
  submitText: string
  /** Why nothing can be sent now. */
  disabledReason?: string | undefined
  /** What did not happen when sending fails: `gw-paris was not changed`. */
  errorTitle: string
  cancelTo: string
  /** The calls that would be made with what is typed now: shown as code, with variables for their secrets. */
  calls?: (values: V) => readonly CodeRequest[]
  children: ReactNode
}

/** A form of one page: fields, buttons, its own failure, and the question before it is left. */
export const FormShell = <V extends FieldValues>(props: FormShellProps<V>) => {
  const { title, description, submitText, disabledReason, errorTitle, cancelTo, calls, children, form } = props
  const { isPending, error, isDirty, isSaved, discard, send } = useFormSubmit(props)
  return (
    <KitWords>
      <PageHeader title={title} description={description} />
      <FormProvider {...form}>
        <form
          noValidate
          className={styles['form']}
          onSubmit={(event) => void form.handleSubmit((values) => send(values))(event)}
        >
          <SpaceBetween size="l">
            <Container>
              <div className={styles['fields']}>{children}</div>
            </Container>
            {calls && <RequestSection requests={() => calls(form.getValues())} />}
            {error !== null && !isPending && <FormError title={errorTitle} error={error} />}
            <SendingNote />
            <div className={styles['buttons']}>
              <ActionButton variant="link" to={cancelTo}>
                Cancel
              </ActionButton>
              <ActionButton
                submit
                variant="primary"
                loading={isPending}
                loadingText="Sending"
                disabledReason={disabledReason}
              >
                {submitText}
              </ActionButton>
            </div>
          </SpaceBetween>
        </form>
      </FormProvider>
      <UnsavedGuard isDirty={isDirty} isSaved={isSaved} onLeave={discard} />
    </KitWords>
  )
}
