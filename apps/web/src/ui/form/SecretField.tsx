import Button from '@cloudscape-design/components/button'
import Input from '@cloudscape-design/components/input'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { CopyButton } from '../CopyButton.tsx'
import { Field, type FieldProps } from './Field.tsx'
import styles from './FieldRow.module.css'

/** One part of the rule of a secret, to be ticked off while it is typed. */
export type SecretCheck = { words: string; isMet: boolean }
export type SecretStrength = { words: string; type: 'error' | 'warning' | 'success' }

type SecretFieldProps<V extends FieldValues> = FieldProps<V> & {
  /** `key`, `password`: shorter than the label, so that what is called after it is not taken for the field itself. */
  what: string
  rulesLabel: string
  checksOf: (secret: string) => readonly SecretCheck[]
  strengthOf: (secret: string) => SecretStrength | undefined
  /** Left out where it is for a person to remember, or for his password manager to make. */
  generate?: (() => string) | undefined
  onGenerate?: ((secret: string) => void) | undefined
  /** Whether it goes to somebody else by copying; else it is copied where it is handed out. */
  isCopied?: boolean
}

/** A secret: typed or made here, shown on request, and checked while it is typed. */
export const SecretField = <V extends FieldValues>({
  what,
  rulesLabel,
  checksOf,
  strengthOf,
  generate,
  onGenerate,
  isCopied = false,
  ...props
}: SecretFieldProps<V>) => {
  const [isShown, setShown] = useState(false)
  return (
    <Field {...props} isWide>
      {({ field, invalid }) => {
        const value: unknown = field.value
        const secret = typeof value === 'string' ? value : ''
        const strength = strengthOf(secret)
        return (
          <>
            <div className={styles['row']}>
              <div className={styles['input']}>
                <Input
                  ref={field.ref}
                  name={field.name}
                  value={secret}
                  type={isShown ? 'text' : 'password'}
                  autoComplete="new-password"
                  spellcheck={false}
                  invalid={invalid}
                  onBlur={field.onBlur}
                  onChange={({ detail }) => field.onChange(detail.value)}
                />
              </div>
              {isCopied && secret !== '' && <CopyButton text={secret} what={`the ${what}`} />}
              {generate && (
                <Button
                  formAction="none"
                  ariaLabel={`Generate ${what}`}
                  onClick={() => {
                    const made = generate()
                    onGenerate?.(made)
                    field.onChange(made)
                    setShown(true)
                  }}
                >
                  Generate
                </Button>
              )}
              <Button
                formAction="none"
                ariaLabel={`${isShown ? 'Hide' : 'Show'} ${what}`}
                onClick={() => setShown(!isShown)}
              >
                {isShown ? 'Hide' : 'Show'}
              </Button>
            </div>
            <ul className={styles['checks']} aria-label={rulesLabel}>
              {checksOf(secret).map(({ words, isMet }) => (
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
