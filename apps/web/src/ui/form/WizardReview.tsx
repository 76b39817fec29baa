import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFormContext, type FieldValues } from 'react-hook-form'
import type { CodeRequest } from '../code/code-request.ts'
import { CopyButton } from '../CopyButton.tsx'
import { KeyValues } from '../KeyValues.tsx'
import { RequestSection } from './RequestSection.tsx'
import type { WizardStep } from './wizard-steps.ts'
import styles from './WizardReview.module.css'

type WizardReviewProps<V extends FieldValues> = {
  steps: readonly WizardStep<V>[]
  onEdit: (index: number) => void
  request: ((values: V) => unknown) | undefined
  calls: ((values: V) => readonly CodeRequest[]) | undefined
}

/** What will be sent: in words, step by step with a way back, and as the request. */
export const WizardReview = <V extends FieldValues>({ steps, onEdit, request, calls }: WizardReviewProps<V>) => {
  const values = useFormContext<V>().getValues()
  const text = request && JSON.stringify(request(values), null, 2)
  return (
    <SpaceBetween size="m">
      {steps.map(({ id, title, summary }, index) => (
        <Container
          key={id}
          header={
            <Header
              variant="h2"
              actions={
                <Button formAction="none" ariaLabel={`Edit ${title}`} onClick={() => onEdit(index)}>
                  Edit
                </Button>
              }
            >
              {title}
            </Header>
          }
        >
          <KeyValues columns={3} items={summary?.(values) ?? []} />
        </Container>
      ))}
      {calls && <RequestSection requests={() => calls(values)} />}
      {text !== undefined && (
        <ExpandableSection headerText="The request" variant="container">
          <div className={styles['request']}>
            <CopyButton text={text} what="the request" />
            <pre className={`mono ${styles['code'] ?? ''}`}>{text}</pre>
          </div>
        </ExpandableSection>
      )}
    </SpaceBetween>
  )
}
