import Textarea from '@cloudscape-design/components/textarea'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

type TextareaFieldProps<V extends FieldValues> = FieldProps<V> & {
  rows?: number
  placeholder?: string
  disabled?: boolean
}

/** Several lines of text: blocks one per line, a certificate. */
export const TextareaField = <V extends FieldValues>({
  rows = 4,
  placeholder,
  disabled,
  ...rest
}: TextareaFieldProps<V>) => (
  <Field {...rest}>
    {({ field }) => (
      <Textarea
        ref={field.ref}
        name={field.name}
        value={field.value ?? ''}
        rows={rows}
        spellcheck={false}
        disabled={disabled ?? false}
        {...(placeholder !== undefined && { placeholder })}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    )}
  </Field>
)
