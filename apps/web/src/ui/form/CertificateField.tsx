import FileDropzone from '@cloudscape-design/components/file-dropzone'
import FileInput from '@cloudscape-design/components/file-input'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { pemFromFile, withoutPrivateKeys } from '../pem.ts'
import styles from './CertificateField.module.css'
import { Field, type FieldProps } from './Field.tsx'

/** No certificate is as large; whoever drops something else should not wait for it to be read. */
const mostBytes = 100_000

const keyLeftOut = 'The private key was left out: it stays with its owner.'

type CertificateFieldProps<V extends FieldValues> = FieldProps<V> & { disabled?: boolean }

/** A certificate, pasted as text or taken from a file; the file is read here and goes nowhere by itself. */
export const CertificateField = <V extends FieldValues>({ disabled = false, ...rest }: CertificateFieldProps<V>) => {
  const [note, setNote] = useState('')

  const read = async (file: File | undefined, accept: (text: string) => void) => {
    if (!file) return
    if (file.size > mostBytes) {
      setNote(`${file.name} is too large for a certificate.`)
      return
    }
    try {
      const text = pemFromFile(new Uint8Array(await file.arrayBuffer()))
      const kept = withoutPrivateKeys(text)
      accept(kept)
      setNote(kept === text ? `Read from ${file.name}.` : keyLeftOut)
    } catch {
      setNote(`${file.name} could not be read.`)
    }
  }

  return (
    <Field {...rest} isWide>
      {({ field }) => {
        const take = (files: File[]) =>
          void read(files[0], (text) => {
            field.onChange(text)
            // Judged at once: a file is whole, there is nothing more to come.
            field.onBlur()
          })
        return (
          <div className={styles['field']}>
            <Textarea
              ref={field.ref}
              name={field.name}
              value={typeof field.value === 'string' ? field.value : ''}
              rows={6}
              spellcheck={false}
              disabled={disabled}
              placeholder="-----BEGIN CERTIFICATE-----"
              onBlur={field.onBlur}
              onChange={({ detail }) => {
                // A key must not get into the form, from where drafts are kept.
                const kept = withoutPrivateKeys(detail.value)
                setNote(kept === detail.value ? '' : keyLeftOut)
                field.onChange(kept)
              }}
            />
            {!disabled && (
              <FileDropzone onChange={({ detail }) => take(detail.value)}>
                <span className={styles['drop']}>
                  <FileInput
                    value={[]}
                    accept=".pem,.crt,.cer,.der,.txt"
                    ariaLabel={`Choose a file for ${rest.label}`}
                    onChange={({ detail }) => take(detail.value)}
                  >
                    Choose a file
                  </FileInput>
                  <span>or drop one here. PEM and DER are read.</span>
                  <output>{note}</output>
                </span>
              </FileDropzone>
            )}
          </div>
        )
      }}
    </Field>
  )
}
