import type { AccountCheck } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { createContext, use, useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import { ownCall } from '../../../api/console-call.ts'
import { testKey, toCheckBody, type AccountValues } from './account-form.ts'
import { keySchema } from './account-schema.ts'

/** The test of what was typed; one for all steps of the wizard, so that a step back does not begin it anew. */
export const useAccountTesting = () =>
  useMutation({
    // It was sent with the keys: forgotten with the wizard.
    gcTime: 0,
    mutationFn: (values: AccountValues): Promise<AccountCheck> =>
      ownCall('checkCloudAccount', { body: toCheckBody(values) }),
  })

export const AccountTestContext = createContext<ReturnType<typeof useAccountTesting> | undefined>(undefined)

/** What the test found of that which stands in the form now. */
export type AccountTest = {
  found: AccountCheck | undefined
  error: Error | null
  isPending: boolean
  /** The keys have to be typed again: a reload forgets them. */
  lacksKeys: boolean
  run: () => void
}

/** Which project it is does not matter where one is to be chosen. */
const keyOf = (values: AccountValues, isOfProject: boolean): string =>
  testKey(isOfProject ? values : { ...values, projectId: '' })

/** The test in a step of the wizard: it begins by itself when the step is opened and nothing is known yet. */
export const useAccountTest = ({ isOfProject }: { isOfProject: boolean }): AccountTest => {
  const testing = use(AccountTestContext)
  const values = useFormContext<AccountValues>().watch()
  const lacksKeys = !keySchema.safeParse(values).success
  const tested = testing?.variables
  const isOfNow = tested !== undefined && keyOf(tested, isOfProject) === keyOf(values, isOfProject)
  const begun = useRef(false)
  const mutate = testing?.mutate

  useEffect(() => {
    if (begun.current || lacksKeys || isOfNow || !mutate) return
    begun.current = true
    mutate(values)
  }, [lacksKeys, isOfNow, mutate, values])

  return {
    found: isOfNow ? testing?.data : undefined,
    error: isOfNow ? (testing?.error ?? null) : null,
    isPending: isOfNow && testing?.isPending === true,
    lacksKeys,
    run: () => mutate?.(values),
  }
}
