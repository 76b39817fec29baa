import Input, { type InputProps } from '@cloudscape-design/components/input'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

type InputFieldProps<V extends FieldValues> = FieldProps<V> & {
  type?: InputProps.Type
  inputMode?: InputProps.InputMode
  placeholder?: string
  disabled?: boolean
  readOnly?: boolean
  /** Beyond keeping the value, such as resetting what depends on it. */
  onType?: (value: string) => void
}

/** One line of text; numbers too are kept as they were typed. */
export const InputField = <V extends FieldValues>(props: InputFieldProps<V>) => {
  const { type = 'text', inputMode, placeholder, disabled, readOnly, onType, ...rest } = props
  return (
    <Field {...rest}>
      {({ field }) => (
        <Input
          ref={field.ref}
          name={field.name}
          value={field.value ?? ''}
          type={type}
          autoComplete={false}
          spellcheck={false}
          disabled={disabled ?? false}
          readOnly={readOnly ?? false}
          {...(inputMode && { inputMode })}
          {...(placeholder !== undefined && { placeholder })}
          onBlur={field.onBlur}
          onChange={({ detail }) => {
            field.onChange(detail.value)
            onType?.(detail.value)
          }}
        />
      )}
    </Field>
  )
}
