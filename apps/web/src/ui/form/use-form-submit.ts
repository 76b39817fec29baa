import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { clearDraft, hasDraft } from './draft.ts'
import type { FieldError } from './field-errors.ts'

export type FormSubmit<V extends FieldValues> = {
  form: UseFormReturn<V>
  draftKey?: string | undefined
  /** Sends the form and gives the path to go to afterwards; throws what the form is to show. */
  submit: (values: V) => Promise<string>
  errorFields?: ((error: unknown) => FieldError<V>[]) | undefined
  /** Told where an error landed, so that a wizard can turn to that step. */
  onRefused?: (errors: FieldError<V>[]) => void
}

/** What every form does when it is sent: once at a time, errors onto their fields, and away when it is done. */
export const useFormSubmit = <V extends FieldValues>(options: FormSubmit<V>) => {
  const { form, draftKey, submit, errorFields, onRefused } = options
  const navigate = useNavigate()
  const isSaved = useRef(false)
  const sending = useMutation({
    mutationFn: submit,
    // What was sent may hold a key or password: it is forgotten with the form.
    gcTime: 0,
    onSuccess: (path) => {
      isSaved.current = true
      clearDraft(draftKey)
      void navigate(path)
    },
    onError: (error) => {
      const errors = errorFields?.(error) ?? []
      for (const { field, message } of errors) form.setError(field, { type: 'server', message })
      if (errors.length > 0) onRefused?.(errors)
    },
  })
  return {
    isPending: sending.isPending,
    error: sending.error,
    isDirty: form.formState.isDirty || hasDraft(draftKey),
    isSaved: () => isSaved.current,
    discard: () => clearDraft(draftKey),
    send: (values: V) => {
      if (!sending.isPending) sending.mutate(values)
    },
  }
}
