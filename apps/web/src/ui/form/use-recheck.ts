import { useEffect } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Checks a field with a message again as soon as it changes. Otherwise the message goes when the field is left, which
 * moves the button that is just being pressed away from under the pointer.
 */
export const useRecheck = <V extends FieldValues>(form: UseFormReturn<V>): void => {
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          const field = name as FieldPath<V> | undefined // the form itself names it
          if (field !== undefined && form.getFieldState(field).error) void form.trigger(field)
        },
      }),
    [form],
  )
}
