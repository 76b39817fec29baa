import Button from '@cloudscape-design/components/button'
import FileDropzone from '@cloudscape-design/components/file-dropzone'
import FileInput from '@cloudscape-design/components/file-input'
import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { pemFromFile } from '../../ui/pem.ts'
import styles from './ClientCas.module.css'

/** No file of certificates is as large. */
const mostBytes = 200_000

const keyLeftOut = 'A private key was left out: it stays with its owner.'

const readFile = async (file: File): Promise<{ text?: string; note: string }> => {
  if (file.size > mostBytes) return { note: `${file.name} is too large for a certificate.` }
  try {
    return { text: pemFromFile(new Uint8Array(await file.arrayBuffer())), note: `Read from ${file.name}.` }
  } catch {
    return { note: `${file.name} could not be read.` }
  }
}

type CaInputProps = { isSingle: boolean; isPending: boolean; onAdd: (text: string) => boolean }

/** Where certificates are pasted or dropped; a text may hold several. */
export const CaInput = ({ isSingle, isPending, onAdd }: CaInputProps) => {
  const [text, setText] = useState('')
  const [note, setNote] = useState('')

  const paste = (typed: string) => {
    setNote('')
    // A whole certificate is looked at at once; whoever types goes on typing.
    if (!typed.includes('-----END CERTIFICATE-----')) {
      setText(typed)
      return
    }
    setText('')
    setNote(onAdd(typed) ? keyLeftOut : '')
  }

  const take = async (files: readonly File[]) => {
    const read = await Promise.all(files.map(readFile))
    const texts = read.flatMap((one) => (one.text === undefined ? [] : [one.text]))
    const hadKey = texts.map(onAdd).includes(true)
    setNote([...read.map((one) => one.note), ...(hadKey ? [keyLeftOut] : [])].join(' '))
  }

  return (
    <div className={styles['input']}>
      <FormField
        label={isSingle ? 'Certificate of the new CA' : 'Certificates of CAs'}
        description={isSingle ? 'In PEM form.' : 'One or several, in PEM form.'}
        stretch
      >
        <Textarea
          value={text}
          rows={4}
          spellcheck={false}
          disabled={isPending}
          placeholder="-----BEGIN CERTIFICATE-----"
          onChange={({ detail }) => paste(detail.value)}
        />
      </FormField>
      {text.trim() !== '' && (
        <div>
          <Button
            formAction="none"
            onClick={() => {
              setText('')
              setNote(onAdd(text) ? keyLeftOut : '')
            }}
          >
            Look at this text
          </Button>
        </div>
      )}
      <FileDropzone onChange={({ detail }) => void take(detail.value)}>
        <span className={styles['drop']}>
          <FileInput
            value={[]}
            multiple
            accept=".pem,.crt,.cer,.der,.txt"
            ariaLabel="Choose files with CA certificates"
            onChange={({ detail }) => void take(detail.value)}
          >
            Choose files
          </FileInput>
          <span>or drop them here. PEM and DER are read.</span>
          <output>{note}</output>
        </span>
      </FileDropzone>
    </div>
  )
}
