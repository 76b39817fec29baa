import { useFormContext, useWatch } from 'react-hook-form'
import { effectOf } from './security-effects.ts'
import type { SecurityFormValues } from './security-form.ts'
import { securityWarnings } from './security-warnings.ts'

/** Notes beside a field of the security settings: what is weak, and on an existing connection when a change acts. */
export const useSecurityNotes = (isExisting: boolean) => {
  const { control } = useFormContext<SecurityFormValues>()
  const [ikepolicy, ipsecpolicy] = useWatch({ control, name: ['ikepolicy', 'ipsecpolicy'] })
  const warnings = securityWarnings({ ikepolicy, ipsecpolicy })
  return (path: string, constraint?: string) => {
    const effect = isExisting ? effectOf(path, ikepolicy.ike_version) : undefined
    return {
      warning: warnings[path],
      constraint: [constraint, effect].filter(Boolean).join(' ') || undefined,
    }
  }
}
