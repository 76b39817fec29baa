import { useMutation } from '@tanstack/react-query'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { ZodType } from 'zod'
import { fieldErrors } from '../../../ui/form/field-errors.ts'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { emptyProof, type ProofValues } from './proof-form.ts'

const secretFields = ['code']
const fields = { password: 'password', code: 'code' } as const

type Proof<T> = {
  schema: ZodType<FieldValues, ProofValues>
  send: (values: ProofValues) => Promise<T>
  onDone: (answer: T) => void
}

/** A form that sends a password, a code or both once, and forgets them. */
export const useProof = <T>({ schema, send, onDone }: Proof<T>) => {
  const form: UseFormReturn<ProofValues> = useDraftForm<ProofValues>({
    schema,
    defaultValues: emptyProof,
    secretFields,
  })
  const sending = useMutation({
    // What was sent and what was answered are secrets: they are forgotten with the page.
    gcTime: 0,
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      for (const { field, message } of fieldErrors<ProofValues>(error, fields)) {
        form.setError(field, { type: 'server', message })
      }
    },
  })
  return {
    form,
    isPending: sending.isPending,
    error: sending.isPending ? null : sending.error,
    submit: form.handleSubmit((values) => {
      if (!sending.isPending) sending.mutate(values)
    }),
  }
}
