import RadioGroup from '@cloudscape-design/components/radio-group'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

export type RadioChoice = { value: string; label: ReactNode; description?: ReactNode; disabled?: boolean }

type RadioFieldProps<V extends FieldValues> = FieldProps<V> & {
  options: readonly RadioChoice[]
  direction?: 'horizontal' | 'vertical'
  onPick?: (value: string) => void
}

/** One of a few, all in sight. */
export const RadioField = <V extends FieldValues>({ options, direction, onPick, ...rest }: RadioFieldProps<V>) => (
  <Field {...rest}>
    {({ field }) => (
      <RadioGroup
        ref={field.ref}
        name={field.name}
        value={field.value ?? ''}
        items={options}
        direction={direction ?? 'vertical'}
        onChange={({ detail }) => {
          field.onChange(detail.value)
          onPick?.(detail.value)
        }}
      />
    )}
  </Field>
)
