import Checkbox from '@cloudscape-design/components/checkbox'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

type AgreementFieldProps<V extends FieldValues> = Pick<FieldProps<V>, 'name'> & {
  /** What the person agrees to, in one sentence that names it. */
  words: string
}

/** Asks in words, before something is sent that interrupts somebody. */
export const AgreementField = <V extends FieldValues>({ name, words }: AgreementFieldProps<V>) => (
  <Field<V> name={name} label="Confirmation" isWide>
    {({ field }) => (
      <Checkbox
        ref={field.ref}
        name={field.name}
        checked={field.value === true}
        onBlur={field.onBlur}
        onChange={({ detail }) => field.onChange(detail.checked)}
      >
        {words}
      </Checkbox>
    )}
  </Field>
)
