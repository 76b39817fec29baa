import FormField from '@cloudscape-design/components/form-field'
import type { ReactNode } from 'react'
import { useController, type ControllerRenderProps, type FieldPath, type FieldValues } from 'react-hook-form'
import styles from './Field.module.css'

export type FieldProps<V extends FieldValues> = {
  name: FieldPath<V>
  label: string
  description?: ReactNode
  /** What may be typed, told before it goes wrong. */
  constraint?: ReactNode
  info?: ReactNode
  /** A word about a value that is allowed but doubtful; an error takes its place. */
  warning?: ReactNode
  isOptional?: boolean
  /** Takes the whole width of the form. */
  isWide?: boolean
}

type FieldShellProps<V extends FieldValues> = FieldProps<V> & {
  children: (control: { field: ControllerRenderProps<V, FieldPath<V>>; invalid: boolean }) => ReactNode
}

/** The first message of an error, which for lists and groups lies below it. */
export const messageOf = (error: unknown): string | undefined => {
  if (typeof error !== 'object' || error === null) return undefined
  if ('message' in error && typeof error.message === 'string' && error.message !== '') return error.message
  for (const [key, inner] of Object.entries(error)) {
    // `ref` is the input itself, which may hold anything.
    const message = key === 'ref' ? undefined : messageOf(inner)
    if (message !== undefined) return message
  }
  return undefined
}

/** Label, help and error around one field of the form it stands in. */
export const Field = <V extends FieldValues>(props: FieldShellProps<V>) => {
  const { name, label, description, constraint, info, warning, isOptional, isWide, children } = props
  const { field, fieldState } = useController<V>({ name })
  const message = messageOf(fieldState.error)
  return (
    <div data-field={name} className={styles['field']}>
      <FormField
        label={
          isOptional ? (
            <>
              {label} <i>- optional</i>
            </>
          ) : (
            label
          )
        }
        description={description}
        constraintText={constraint}
        errorText={message}
        warningText={message === undefined ? warning : undefined}
        info={info}
        stretch={isWide ?? false}
      >
        {children({ field, invalid: message !== undefined })}
      </FormField>
    </div>
  )
}
