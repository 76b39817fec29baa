import Checkbox from '@cloudscape-design/components/checkbox'
import type { ReactNode } from 'react'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'

type CheckboxFieldProps<V extends FieldValues> = {
  name: FieldPath<V>
  label: ReactNode
  description?: ReactNode
  disabled?: boolean
  onToggle?: (isOn: boolean) => void
}

/** Yes or no. */
export const CheckboxField = <V extends FieldValues>(props: CheckboxFieldProps<V>) => {
  const { name, label, description, disabled, onToggle } = props
  const {
    field: { ref, value, onBlur, onChange },
  } = useController<V>({ name })
  return (
    <Checkbox
      ref={ref}
      name={name}
      checked={Boolean(value)}
      description={description}
      disabled={disabled ?? false}
      onBlur={onBlur}
      onChange={({ detail }) => {
        onChange(detail.checked)
        onToggle?.(detail.checked)
      }}
    >
      {label}
    </Checkbox>
  )
}
