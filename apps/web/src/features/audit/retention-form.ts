import * as z from 'zod'

export type RetentionFormValues = { kept: 'for-ever' | 'for-days'; days: string }

export const mostDays = 36_500

export const retentionForm = z
  .object({ kept: z.enum(['for-ever', 'for-days']), days: z.string() })
  .superRefine(({ kept, days }, context) => {
    if (kept === 'for-ever') return
    const isFine = /^\d{1,5}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= mostDays
    if (!isFine)
      context.addIssue({ code: 'custom', path: ['days'], message: `Enter a whole number of days, 1 to ${mostDays}.` })
  })

export const toRetentionDays = ({ kept, days }: RetentionFormValues): number =>
  kept === 'for-ever' ? 0 : Number(days.trim())

export const retentionValues = (days: number): RetentionFormValues =>
  days === 0 ? { kept: 'for-ever', days: '365' } : { kept: 'for-days', days: String(days) }

export const retentionWords = (days: number): string => {
  if (days === 0) return 'For ever'
  const years = days / 365
  const words = Number.isInteger(years) && years >= 1 ? `, ${years === 1 ? 'a year' : `${years} years`}` : ''
  return `For ${days.toLocaleString()} ${days === 1 ? 'day' : 'days'}${words}`
}
