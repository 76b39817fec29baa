import { generatePreSharedKey } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { Field, type FieldProps } from '../../../ui/form/Field.tsx'
import { keyChecks, keyStrength } from './key-checks.ts'
import styles from './PreSharedKeyField.module.css'

const randomBytes = (count: number) => crypto.getRandomValues(new Uint8Array(count))

type PreSharedKeyFieldProps<V extends FieldValues> = FieldProps<V> & {
  /** After a key was made here: it need not be typed a second time. */
  onGenerate?: (psk: string) => void
}

/** The key that both ends share: typed or made here, shown on request, and checked while it is typed. */
export const PreSharedKeyField = <V extends FieldValues>({ onGenerate, ...props }: PreSharedKeyFieldProps<V>) => {
  const [isShown, setShown] = useState(false)
  // `key of tunnel 1`: shorter than the label, so that what is called after it is not taken for the field itself.
  const what = props.label.replace(/^.*\bkey\b/i, 'key')
  return (
    <Field {...props} isWide>
      {({ field, invalid }) => {
        const value: unknown = field.value
        const psk = typeof value === 'string' ? value : ''
        const strength = keyStrength(psk)
        return (
          <>
            <div className={styles['row']}>
              <div className={styles['input']}>
                <Input
                  ref={field.ref}
                  name={field.name}
                  value={psk}
                  type={isShown ? 'text' : 'password'}
                  autoComplete="new-password"
                  spellcheck={false}
                  invalid={invalid}
                  onBlur={field.onBlur}
                  onChange={({ detail }) => field.onChange(detail.value)}
                />
              </div>
              {psk !== '' && <CopyButton text={psk} what={`the ${what}`} />}
              <Button
                formAction="none"
                onClick={() => {
                  const made = generatePreSharedKey(randomBytes)
                  field.onChange(made)
                  onGenerate?.(made)
                  setShown(true)
                }}
                ariaLabel={`Generate ${what}`}
              >
                Generate
              </Button>
              <Button
                formAction="none"
                onClick={() => setShown(!isShown)}
                ariaLabel={`${isShown ? 'Hide' : 'Show'} ${what}`}
              >
                {isShown ? 'Hide' : 'Show'}
              </Button>
            </div>
            <ul className={styles['checks']} aria-label={`Rule of the ${what}`}>
              {keyChecks(psk).map(({ words, isMet }) => (
                <li key={words}>
                  <StatusIndicator type={isMet ? 'success' : 'pending'} iconAriaLabel={isMet ? 'Met' : 'Not met yet'}>
                    {words}
                  </StatusIndicator>
                </li>
              ))}
            </ul>
            <output className={styles['strength']}>
              {strength && <StatusIndicator type={strength.type}>{strength.words}</StatusIndicator>}
            </output>
          </>
        )
      }}
    </Field>
  )
}
