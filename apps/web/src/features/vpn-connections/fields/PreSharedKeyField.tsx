import { generatePreSharedKey } from '@vpn-console/api-client'
import type { FieldValues } from 'react-hook-form'
import type { FieldProps } from '../../../ui/form/Field.tsx'
import { SecretField } from '../../../ui/form/SecretField.tsx'
import { randomBytes } from '../../../ui/random-bytes.ts'
import { keyChecks, keyStrength } from './key-checks.ts'

type PreSharedKeyFieldProps<V extends FieldValues> = FieldProps<V> & {
  /** After a key was made here: it need not be typed a second time. */
  onGenerate?: (psk: string) => void
}

/** The key that both ends share. */
export const PreSharedKeyField = <V extends FieldValues>(props: PreSharedKeyFieldProps<V>) => {
  // `key of tunnel 1`
  const what = props.label.replace(/^.*\bkey\b/i, 'key')
  return (
    <SecretField
      {...props}
      what={what}
      rulesLabel={`Rule of the ${what}`}
      checksOf={keyChecks}
      strengthOf={keyStrength}
      generate={() => generatePreSharedKey(randomBytes)}
      isCopied
    />
  )
}
