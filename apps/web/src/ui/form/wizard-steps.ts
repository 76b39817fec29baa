import type { ComponentType, ReactNode } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'

export type SummaryLine = { label: string; value: ReactNode }

export type WizardStep<V extends FieldValues> = {
  id: string
  title: string
  description?: ReactNode
  /** The fields that are checked before the step lets go on; a group's name covers what lies in it. */
  fields: readonly FieldPath<V>[]
  Content: ComponentType
  /** What the step has settled, in words: for the summary and the review. */
  summary?: (values: V) => readonly SummaryLine[]
}

/** The last step, which every wizard has. */
export const reviewId = 'review'

const covers = (group: string, field: string) => field === group || field.startsWith(`${group}.`)

/** Number of the first step that one of these fields belongs to; undefined where none does. */
export const stepOfFields = <V extends FieldValues>(
  steps: readonly WizardStep<V>[],
  fields: readonly string[],
): number | undefined => {
  const index = steps.findIndex((step) => fields.some((field) => step.fields.some((group) => covers(group, field))))
  return index < 0 ? undefined : index
}

/** The dotted names of the fields that an object of errors is about. */
export const erroneousFields = (errors: object, prefix = ''): string[] =>
  Object.entries(errors).flatMap(([key, error]: [string, unknown]) => {
    if (typeof error !== 'object' || error === null || key === 'ref') return []
    const name = prefix ? `${prefix}.${key}` : key
    return 'type' in error && typeof error.type === 'string' ? [name] : erroneousFields(error, name)
  })
