import Select, { type SelectProps } from '@cloudscape-design/components/select'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from './Field.tsx'

export type Choice = {
  value: string
  label: string
  description?: string
  disabled?: boolean
  disabledReason?: string
  tags?: string[]
}

type SelectFieldProps<V extends FieldValues> = FieldProps<V> & {
  options: readonly Choice[]
  placeholder?: string
  /** For long lists: what is typed narrows them. */
  isFiltered?: boolean
  disabled?: boolean
  statusType?: SelectProps['statusType']
  /** What to say where there is nothing to choose. */
  empty?: string
  onPick?: (value: string) => void
}

/** One of several, in a menu; the field's value is the option's. */
export const SelectField = <V extends FieldValues>(props: SelectFieldProps<V>) => {
  const { options, placeholder, isFiltered, disabled, statusType, empty, onPick, ...rest } = props
  return (
    <Field {...rest}>
      {({ field }) => (
        <Select
          ref={field.ref}
          selectedOption={
            options.find(({ value }) => value === field.value) ??
            // A value that is no option is shown as it is: better than an empty field that is sent full.
            (field.value ? { value: String(field.value), label: String(field.value) } : null)
          }
          options={options}
          filteringType={isFiltered ? 'auto' : 'none'}
          filteringAriaLabel={`Find in ${props.label}`}
          disabled={disabled ?? false}
          statusType={statusType ?? 'finished'}
          triggerVariant="option"
          placeholder={placeholder ?? 'Choose'}
          empty={empty}
          onBlur={field.onBlur}
          onChange={({ detail }) => {
            field.onChange(detail.selectedOption.value ?? '')
            onPick?.(detail.selectedOption.value ?? '')
          }}
        />
      )}
    </Field>
  )
}
