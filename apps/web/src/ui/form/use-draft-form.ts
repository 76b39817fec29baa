import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm, type FieldValues, type UseFormReturn } from 'react-hook-form'
import type { ZodType } from 'zod'
import { saveDraft, withDraft } from './draft.ts'
import { useRecheck } from './use-recheck.ts'

type DraftFormOptions<V extends FieldValues> = {
  /** Where what is typed is kept for a reload; undefined: nowhere. */
  draftKey?: string | undefined
  schema: ZodType<unknown, V>
  defaultValues: V
  /** Names of fields that are never kept, beside psk and password. */
  secretFields?: readonly string[]
}

/** A form that is checked by a schema and survives a reload, but for its secrets. */
export const useDraftForm = <V extends FieldValues>({
  draftKey,
  schema,
  defaultValues,
  secretFields,
}: DraftFormOptions<V>): UseFormReturn<V> => {
  const [initial] = useState(() => withDraft(draftKey, defaultValues))
  const form = useForm<V>({
    // The schema only checks; the form's own values are what is sent.
    resolver: zodResolver<V, unknown, unknown>(schema, undefined, { raw: true }),
    defaultValues: initial,
    mode: 'onTouched',
  })
  useRecheck(form)
  useEffect(() => {
    if (draftKey === undefined) return undefined
    return form.subscribe({
      formState: { values: true },
      // The first report comes before anything was typed.
      callback: ({ values, name }) => {
        if (name !== undefined) saveDraft(draftKey, values, secretFields)
      },
    })
  }, [form, draftKey, secretFields])
  return form
}
