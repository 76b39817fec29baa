import type { ClientCaCertificate } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FileDropzone from '@cloudscape-design/components/file-dropzone'
import FileInput from '@cloudscape-design/components/file-input'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { useNow } from '../../ui/now.ts'
import {
  afterInput,
  certificateProblem,
  issuerWarning,
  keyNote,
  keyProblem,
  noCredentials,
  ownCertificate,
  type TypedCredentials,
} from './credentials.ts'
import { readCredentialFiles } from './credential-files.ts'
import styles from './ClientConfiguration.module.css'

type CredentialsFieldsProps = {
  typed: TypedCredentials
  cas: readonly ClientCaCertificate[]
  onChange: (typed: TypedCredentials) => void
}

/** The certificate and the key of one user, which the cloud does not know: put into the profile in the browser. */
export const CredentialsFields = ({ typed, cas, onChange }: CredentialsFieldsProps) => {
  const now = useNow()
  const [note, setNote] = useState('')
  const { certificate, key } = typed
  const certificateError = certificate.trim() === '' ? undefined : certificateProblem(certificate, now)
  const keyError = key.trim() === '' ? undefined : keyProblem(key, certificate)
  const isGoodCertificate = certificate.trim() !== '' && certificateError === undefined

  const type = (field: keyof TypedCredentials, text: string) => {
    setNote('')
    onChange(afterInput(typed, field, text))
  }

  const take = async (files: readonly File[]) => {
    const read = await readCredentialFiles(files)
    onChange({ ...typed, ...read.found })
    setNote(read.note)
  }

  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Put into the profile in this browser only: neither is sent anywhere or kept."
          actions={
            (certificate !== '' || key !== '') && (
              <Button
                formAction="none"
                onClick={() => {
                  onChange(noCredentials)
                  setNote('')
                }}
              >
                Forget both
              </Button>
            )
          }
        >
          Certificate and key of the user
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className={styles['pair']}>
          <FormField
            label="Certificate of the user"
            errorText={certificateError}
            warningText={isGoodCertificate ? issuerWarning(certificate, cas) : undefined}
            constraintText={isGoodCertificate ? `Issued to ${ownCertificate(certificate)?.subject ?? ''}.` : undefined}
            stretch
          >
            <Textarea
              value={certificate}
              rows={5}
              spellcheck={false}
              autoComplete={false}
              placeholder="-----BEGIN CERTIFICATE-----"
              onChange={({ detail }) => type('certificate', detail.value)}
            />
          </FormField>
          <FormField
            label="Private key of the user"
            errorText={keyError}
            constraintText={keyError === undefined && key.trim() !== '' ? keyNote(key, certificate) : undefined}
            stretch
          >
            <Textarea
              value={key}
              rows={5}
              spellcheck={false}
              autoComplete={false}
              disableBrowserAutocorrect
              placeholder="-----BEGIN PRIVATE KEY-----"
              onChange={({ detail }) => type('key', detail.value)}
            />
          </FormField>
        </div>
        <FileDropzone onChange={({ detail }) => void take(detail.value)}>
          <span className={styles['drop']}>
            <FileInput
              value={[]}
              multiple
              accept=".pem,.crt,.cer,.key,.txt"
              ariaLabel="Choose files with the certificate and the key"
              onChange={({ detail }) => void take(detail.value)}
            >
              Choose files
            </FileInput>
            <span>or drop them here: two, or one with both.</span>
            <output>{note}</output>
          </span>
        </FileDropzone>
      </SpaceBetween>
    </Container>
  )
}
