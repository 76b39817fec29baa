import { useFormContext, useWatch } from 'react-hook-form'
import { effectWords, laterWords } from './effects.ts'
import type { SecurityFormValues } from './security-form.ts'
import { securityWarnings } from './security-warnings.ts'

/** Notes beside a field of the security settings: what is weak, and when a change acts, now or later. */
export const useSecurityNotes = (isExisting: boolean) => {
  const { control } = useFormContext<SecurityFormValues>()
  const [ikepolicy, ipsecpolicy] = useWatch({ control, name: ['ikepolicy', 'ipsecpolicy'] })
  const warnings = securityWarnings({ ikepolicy, ipsecpolicy })
  return (path: string, constraint?: string) => {
    const effect = (isExisting ? effectWords : laterWords)(path, ikepolicy.ike_version)
    return {
      warning: warnings[path],
      constraint: [constraint, effect].filter(Boolean).join(' '),
    }
  }
}
