import Input from '@cloudscape-design/components/input'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from '../../ui/form/Field.tsx'

type PasswordInputProps<V extends FieldValues> = FieldProps<V> & {
  /** What a password manager may put in. */
  fill: 'current-password' | 'new-password'
}

/** A password in a form, open to password managers and to pasting. */
export const PasswordInput = <V extends FieldValues>({ fill, ...props }: PasswordInputProps<V>) => (
  <Field {...props}>
    {({ field, invalid }) => (
      <Input
        ref={field.ref}
        name={field.name}
        value={field.value ?? ''}
        type="password"
        autoComplete={fill}
        invalid={invalid}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    )}
  </Field>
)
