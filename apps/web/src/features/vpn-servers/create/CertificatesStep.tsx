import { mostClientCas } from '@vpn-console/api-client'
import Button from '@cloudscape-design/components/button'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQuery } from '@tanstack/react-query'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { Expiry } from '../../../ui/Expiry.tsx'
import { CertificateField } from '../../../ui/form/CertificateField.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { ServerCertificateField } from '../fields/ServerCertificateField.tsx'
import { caCheck, caTextProblem } from './ca-check.ts'
import styles from './CertificatesStep.module.css'
import type { ServerFormValues } from './server-form.ts'

const sources = [
  {
    value: 'SERVICE_SIGN',
    label: 'Signed by the service',
    description: 'The service makes one with a CA of its own, which comes with each client configuration.',
  },
  {
    value: 'CCM',
    label: 'From the certificate service',
    description: 'One of your own certificates, issued or uploaded there.',
  },
]

/** What the cloud reads of a CA, as soon as its text is whole. */
const Verdict = ({ content }: { content: string }) => {
  const denied = useDenied()
  const isWhole = content !== '' && caTextProblem(content) === undefined
  const isAsked = isWhole && denied('checkClientCaCertificate') === undefined
  const { data } = useQuery({ ...caCheck(useCloudId(), content), enabled: isAsked })
  if (!isWhole) return null
  if (!isAsked)
    return <StatusIndicator type="info">You may not have it checked: the cloud does when it is saved.</StatusIndicator>
  if (!data) return <StatusIndicator type="loading">The cloud checks it</StatusIndicator>
  if (data.kind === 'refused') return <StatusIndicator type="error">{data.message}</StatusIndicator>
  if (data.kind === 'unknown')
    return <StatusIndicator type="warning">It could not be checked: {data.message}</StatusIndicator>
  const { subject, issuer, expiration_time } = data.facts
  return (
    <>
      <StatusIndicator type="success">The cloud takes this CA</StatusIndicator>
      <KeyValues
        columns={3}
        items={[
          { label: 'Subject', value: subject },
          { label: 'Issuer', value: issuer === subject ? 'Itself' : issuer },
          { label: 'Ends', value: <Expiry value={expiration_time} isDated /> },
        ]}
      />
    </>
  )
}

const ClientCas = () => {
  const { control, watch } = useFormContext<ServerFormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'cas' })
  const cas = watch('cas')
  return (
    <>
      {fields.map(({ id }, index) => (
        <section key={id} className={styles['ca']} aria-label={`Client CA ${index + 1}`}>
          <InputField<ServerFormValues>
            name={`cas.${index}.name`}
            label={`Name of client CA ${index + 1}`}
            isOptional
            constraint="1 to 64 letters, digits, underscores, hyphens or periods. Left empty, the service finds one."
          />
          <CertificateField<ServerFormValues>
            name={`cas.${index}.content`}
            label={`Client CA ${index + 1}`}
            description="The CA that issues the certificates of the clients, not one of theirs."
          />
          <div aria-live="polite">
            <Verdict content={cas[index]?.content.trim() ?? ''} />
          </div>
          {fields.length > 1 && (
            <Button formAction="none" ariaLabel={`Remove client CA ${index + 1}`} onClick={() => remove(index)}>
              Remove
            </Button>
          )}
        </section>
      ))}
      <Button
        formAction="none"
        iconName="add-plus"
        disabled={fields.length >= mostClientCas}
        disabledReason={`A server takes ${mostClientCas} client CAs.`}
        onClick={() => append({ name: '', content: '' })}
      >
        Add a client CA
      </Button>
    </>
  )
}

/** What the server shows of itself, and what it asks of clients. */
export const CertificatesStep = () => {
  const { watch } = useFormContext<ServerFormValues>()
  const [source, authType] = watch(['certificateSource', 'authType'])
  return (
    <>
      <TilesField<ServerFormValues>
        name="certificateSource"
        label="Certificate of the server"
        description="Clients check it before they trust the server. A signed one can later be exchanged for one of your own, not the other way round."
        options={sources}
        columns={2}
      />
      {source === 'CCM' && <ServerCertificateField />}
      {authType === 'CERT' && <ClientCas />}
    </>
  )
}
