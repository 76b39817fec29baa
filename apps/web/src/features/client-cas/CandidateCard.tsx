import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { errorText } from '../../ui/error-words.ts'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { Expiry } from '../../ui/Expiry.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { SerialNumber } from '../../ui/SerialNumber.tsx'
import { dayWords } from '../../ui/time-words.ts'
import { caRefusal } from './ca-words.ts'
import styles from './ClientCas.module.css'
import type { CandidateState, ShownCandidate } from './use-ca-import.ts'

const onTheWay = {
  checking: { type: 'loading', words: 'The cloud checks it' },
  good: { type: 'success', words: 'The cloud takes it' },
  saving: { type: 'in-progress', words: 'Being imported' },
  saved: { type: 'success', words: 'Imported' },
} as const

const State = ({ now }: { now: CandidateState }) => {
  if (now.state !== 'refused' && now.state !== 'failed') {
    const { type, words } = onTheWay[now.state]
    return <StatusIndicator type={type}>{words}</StatusIndicator>
  }
  const words = now.state === 'refused' ? now.words : `Not imported. ${caRefusal(now.error) ?? errorText(now.error)}`
  const retry = now.state === 'refused' ? now.retry : undefined
  return (
    <>
      <StatusIndicator type="error">{words}</StatusIndicator>
      {retry && (
        <div>
          <Button formAction="none" variant="inline-link" onClick={retry}>
            Check it again
          </Button>
        </div>
      )}
      {now.error && <ErrorDetails error={now.error} />}
    </>
  )
}

type CandidateCardProps = {
  candidate: ShownCandidate
  isPending: boolean
  onRename: (name: string) => void
  onRemove: () => void
}

/** One certificate on its way to the server: what is in it, what the cloud says of it, and the name it will have. */
export const CandidateCard = ({ candidate, isPending, onRename, onRemove }: CandidateCardProps) => {
  const { name, facts, now, nameProblem } = candidate
  const isSaved = now.state === 'saved'
  return (
    <section className={styles['card']} aria-label={`Certificate ${facts?.subject ?? name}`}>
      <div className={styles['head']}>
        <output>
          <State now={now} />
        </output>
        {!isSaved && (
          <Button
            formAction="none"
            variant="icon"
            iconName="remove"
            ariaLabel={`Leave out ${name}`}
            disabled={isPending}
            onClick={onRemove}
          />
        )}
      </div>
      {facts && (
        <KeyValues
          columns={3}
          items={[
            { label: 'Subject', value: facts.subject },
            { label: 'Issuer', value: facts.issuer === facts.subject ? `${facts.issuer} (itself)` : facts.issuer },
            { label: 'Serial number', value: <SerialNumber text={`0x${facts.serial}`} of={name} /> },
            { label: 'Valid from', value: Number.isNaN(facts.notBefore) ? undefined : dayWords(facts.notBefore) },
            {
              label: 'Expires',
              value: Number.isNaN(facts.notAfter) ? undefined : (
                <Expiry value={new Date(facts.notAfter).toISOString()} isDated />
              ),
            },
            { label: 'Signature algorithm', value: now.state === 'good' ? now.algorithm : undefined },
          ]}
        />
      )}
      {now.state !== 'refused' && (
        <FormField label="Name" errorText={nameProblem}>
          <Input
            value={name}
            autoComplete={false}
            spellcheck={false}
            readOnly={isPending || isSaved}
            onChange={({ detail }) => onRename(detail.value)}
          />
        </FormField>
      )}
    </section>
  )
}
