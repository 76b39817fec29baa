import { ApiError, type Problem } from '@vpn-console/api-client'
import type { FieldPath, FieldValues } from 'react-hook-form'

export type FieldError<V extends FieldValues> = { field: FieldPath<V>; message: string }

/** Dotted paths of the request (`vpn_gateway.name`), or their beginnings, to the form's fields. */
export type FieldMap<V extends FieldValues> = Readonly<Record<string, FieldPath<V>>>

/** The field of the longest known beginning of a path: `eip1.bandwidth_size`, else `eip1`. */
export const fieldOfPath = <V extends FieldValues>(path: string, map: FieldMap<V>): FieldPath<V> | undefined => {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length--) {
    const field = map[parts.slice(0, length).join('.')]
    if (field !== undefined) return field
  }
  return undefined
}

/** Where on the form an error belongs: by the fields it names, else by its code. Empty: to the form as a whole. */
export const fieldErrors = <V extends FieldValues>(
  error: unknown,
  map: FieldMap<V>,
  codes: FieldMap<V> = {},
): FieldError<V>[] => {
  if (!(error instanceof ApiError)) return []
  const named = Object.entries(error.fields ?? {}).flatMap(([path, message]) => {
    const field = fieldOfPath(path, map)
    return field === undefined ? [] : [{ field, message }]
  })
  if (named.length > 0) return named
  const field = codes[error.code]
  return field === undefined ? [] : [{ field, message: error.message }]
}

/** Problems of a rule as issues of a form schema: `problemIssues(...).forEach((issue) => context.addIssue(issue))`. */
export const problemIssues = <V extends FieldValues>(
  problems: readonly Problem[],
  map: FieldMap<V>,
  fallback: FieldPath<V>,
) =>
  problems.map(({ path, message }) => ({
    code: 'custom' as const,
    path: (fieldOfPath(path, map) ?? fallback).split('.'),
    message,
  }))
