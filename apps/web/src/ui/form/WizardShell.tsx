import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useEffect, useRef, type ReactNode } from 'react'
import { FormProvider, type FieldValues } from 'react-hook-form'
import { ActionButton } from '../ActionButton.tsx'
import type { CodeRequest } from '../code/code-request.ts'
import { FormError } from '../FormError.tsx'
import { KitWords } from '../KitWords.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { SendingNote } from './SendingNote.tsx'
import { UnsavedGuard } from './UnsavedGuard.tsx'
import { useFormSubmit, type FormSubmit } from './use-form-submit.ts'
import { useWizardSteps } from './use-wizard-steps.ts'
import { erroneousFields, stepOfFields, type WizardStep } from './wizard-steps.ts'
import { WizardNav } from './WizardNav.tsx'
import { WizardReview } from './WizardReview.tsx'
import styles from './WizardShell.module.css'
import { WizardSummary } from './WizardSummary.tsx'

type WizardShellProps<V extends FieldValues> = Omit<FormSubmit<V>, 'onRefused'> & {
  title: string
  description?: ReactNode
  steps: readonly WizardStep<V>[]
  /** What the last button does: `Create VPN gateway`. */
  submitText: string
  disabledReason?: string | undefined
  /** What did not happen when sending fails: `The gateway was not created`. */
  errorTitle: string
  cancelTo: string
  /** The calls that will be made, for the review: shown as code, with variables for their secrets. */
  calls?: (values: V) => readonly CodeRequest[]
  /** The request as plain JSON, where it is no call of the cloud; secrets are masked by its maker. */
  request?: (values: V) => unknown
}

/** A form in steps: back and forth without loss, a summary that grows, and a review before anything is sent. */
export const WizardShell = <V extends FieldValues>(props: WizardShellProps<V>) => {
  const { title, description, steps, submitText, disabledReason, errorTitle, cancelTo, form, draftKey } = props
  const wizard = useWizardSteps(steps, form, draftKey)
  const { current, isReview } = wizard
  const openStepOf = (fields: readonly string[]) => {
    const index = stepOfFields(steps, fields)
    if (index !== undefined) wizard.show(index)
  }
  const sending = useFormSubmit({ ...props, onRefused: (errors) => openStepOf(errors.map(({ field }) => field)) })
  const step = steps[current]
  const stepHeading = useRef<HTMLDivElement>(null)
  const shown = useRef(current)

  useEffect(() => {
    if (shown.current === current) return
    shown.current = current
    stepHeading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [current])

  const submit = form.handleSubmit(
    (values) => sending.send(values),
    (errors) => openStepOf(erroneousFields(errors)),
  )

  return (
    <KitWords>
      <PageHeader title={title} description={description} />
      <FormProvider {...form}>
        <form
          noValidate
          className={styles['wizard']}
          onSubmit={(event) => {
            event.preventDefault()
            if (isReview) void submit(event)
            else void wizard.goTo(current + 1)
          }}
        >
          <WizardNav steps={steps} {...wizard} />
          <div className={styles['content']}>
            <SpaceBetween size="l">
              <div ref={stepHeading} tabIndex={-1} className={styles['step']}>
                {step ? (
                  <Container
                    header={
                      <Header variant="h2" description={step.description}>
                        {step.title}
                      </Header>
                    }
                  >
                    <div className={styles['fields']}>
                      <step.Content />
                    </div>
                  </Container>
                ) : (
                  <WizardReview steps={steps} onEdit={wizard.show} request={props.request} calls={props.calls} />
                )}
              </div>
              {sending.error !== null && !sending.isPending && <FormError title={errorTitle} error={sending.error} />}
              <SendingNote />
              <div className={styles['buttons']}>
                <ActionButton variant="link" to={cancelTo}>
                  Cancel
                </ActionButton>
                {current > 0 && <ActionButton onClick={() => wizard.show(current - 1)}>Previous</ActionButton>}
                <ActionButton
                  submit
                  variant="primary"
                  loading={sending.isPending}
                  loadingText="Sending"
                  disabledReason={isReview ? disabledReason : undefined}
                >
                  {isReview ? submitText : 'Next'}
                </ActionButton>
              </div>
            </SpaceBetween>
          </div>
          {!isReview && <WizardSummary steps={steps.slice(0, Math.max(wizard.furthest, current + 1))} />}
        </form>
      </FormProvider>
      <UnsavedGuard isDirty={sending.isDirty} isSaved={sending.isSaved} onLeave={sending.discard} />
    </KitWords>
  )
}
