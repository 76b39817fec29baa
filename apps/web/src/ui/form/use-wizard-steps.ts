import { useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useSearchParams } from 'react-router'
import { hasDraft } from './draft.ts'
import { reviewId, type WizardStep } from './wizard-steps.ts'

/** Which step a wizard is at, kept in the URL so that Back goes a step back, and which it may go to. */
export const useWizardSteps = <V extends FieldValues>(
  steps: readonly WizardStep<V>[],
  form: UseFormReturn<V>,
  draftKey: string | undefined,
) => {
  const [search, setSearch] = useSearchParams()
  const ids = [...steps.map(({ id }) => id), reviewId]
  const wanted = Math.max(0, ids.indexOf(search.get('step') ?? ''))
  // Without anything typed there is nothing to continue: a link into the middle begins at the beginning.
  const [furthest, setFurthest] = useState(() => (hasDraft(draftKey) ? wanted : 0))
  const current = Math.min(wanted, furthest)

  const show = (index: number) => {
    setFurthest((before) => Math.max(before, index))
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        next.set('step', ids[index] ?? reviewId)
        return next
      },
      { preventScrollReset: false },
    )
  }

  /** Goes to a step; forward only over steps that are right. */
  const goTo = async (index: number) => {
    for (let passed = current; passed < index; passed++) {
      const step = steps[passed]
      if (!step || (await form.trigger([...step.fields], { shouldFocus: passed === current }))) continue
      if (passed !== current) show(passed)
      return
    }
    show(index)
  }

  return { current, furthest, goTo, show, isReview: current === steps.length }
}
