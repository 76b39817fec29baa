import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form'
import type { WizardStep } from './wizard-steps.ts'
import styles from './WizardSummary.module.css'

/** What is settled so far; it grows with the steps. */
export const WizardSummary = <V extends FieldValues>({ steps }: { steps: readonly WizardStep<V>[] }) => {
  const { control } = useFormContext<V>()
  // Without names it watches, and gives, everything.
  const values = useWatch({ control }) as V
  const lines = steps.flatMap(({ id, summary }) =>
    (summary?.(values) ?? []).map((line) => ({ ...line, key: `${id}-${line.label}` })),
  )
  if (lines.length === 0) return null
  return (
    <aside className={styles['summary']} aria-label="Summary">
      <Container header={<Header variant="h3">Summary</Header>}>
        <dl className={styles['lines']}>
          {lines.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value === '' || value === undefined ? '–' : value}</dd>
            </div>
          ))}
        </dl>
      </Container>
    </aside>
  )
}
