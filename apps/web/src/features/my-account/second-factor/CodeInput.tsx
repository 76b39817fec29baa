import Input from '@cloudscape-design/components/input'
import { Field } from '../../../ui/form/Field.tsx'
import type { ProofValues } from './proof-form.ts'

/** The code of the authenticator, as devices offer it by themselves. */
export const CodeInput = ({
  description,
  takesRecovery = false,
}: {
  description?: string
  takesRecovery?: boolean
}) => (
  <Field<ProofValues>
    name="code"
    label={takesRecovery ? 'Code, or a recovery code' : 'Code'}
    description={description}
    constraint="Six digits, as the authenticator shows them now"
  >
    {({ field, invalid }) => (
      <Input
        ref={field.ref}
        name={field.name}
        value={field.value}
        inputMode={takesRecovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        spellcheck={false}
        invalid={invalid}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.value)}
      />
    )}
  </Field>
)
