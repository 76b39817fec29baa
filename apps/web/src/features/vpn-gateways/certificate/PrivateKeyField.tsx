import FileInput from '@cloudscape-design/components/file-input'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Field, type FieldProps } from '../../../ui/form/Field.tsx'
import styles from './PrivateKeyField.module.css'

/** No key is as large. */
const mostBytes = 20_000

/** A private key, pasted or taken from a file. It lives in the form alone: no draft, no storage, no log has it. */
export const PrivateKeyField = <V extends FieldValues>(props: FieldProps<V>) => {
  const [note, setNote] = useState('')

  const read = async (file: File | undefined, accept: (text: string) => void) => {
    if (!file) return
    if (file.size > mostBytes) {
      setNote(`${file.name} is too large for a private key.`)
      return
    }
    try {
      accept((await file.text()).trim())
      setNote(`Read from ${file.name}.`)
    } catch {
      setNote(`${file.name} could not be read.`)
    }
  }

  return (
    <Field
      {...props}
      constraint="Unlocked, in PEM form. It goes to the cloud with the certificate, and is kept nowhere else."
      isWide
    >
      {({ field }) => (
        <div className={styles['field']}>
          <Textarea
            ref={field.ref}
            name={field.name}
            value={typeof field.value === 'string' ? field.value : ''}
            rows={3}
            spellcheck={false}
            autoComplete={false}
            disableBrowserAutocorrect
            placeholder="-----BEGIN PRIVATE KEY-----"
            onBlur={field.onBlur}
            onChange={({ detail }) => {
              setNote('')
              field.onChange(detail.value)
            }}
          />
          <span className={styles['file']}>
            <FileInput
              value={[]}
              accept=".pem,.key,.txt"
              ariaLabel={`Choose a file for ${props.label}`}
              onChange={({ detail }) =>
                void read(detail.value[0], (text) => {
                  field.onChange(text)
                  // Judged at once: a file is whole, there is nothing more to come.
                  field.onBlur()
                })
              }
            >
              Choose a file
            </FileInput>
            <output>{note}</output>
          </span>
        </div>
      )}
    </Field>
  )
}
