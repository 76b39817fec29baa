import type { AuditEntryDetails } from '@vpn-console/api-client'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { differences, readState, type Difference } from './differences.ts'
import styles from './EntryChange.module.css'

const kinds: Readonly<Record<Difference['kind'], string>> = {
  same: 'As before',
  changed: 'Changed',
  added: 'New',
  removed: 'Gone',
  secret: 'Secret',
  aside: 'By itself',
}

const secretWords = 'Sent; secrets are not kept'

const Value = ({ text, sign }: { text: string | undefined; sign?: 'removed' | 'added' }) => {
  if (text === undefined) return <>–</>
  if (sign === 'removed') return <del className={styles['removed']}>{text}</del>
  return sign === 'added' ? <ins className={styles['added']}>{text}</ins> : <>{text}</>
}

const ChangeTable = ({ rows }: { rows: readonly Difference[] }) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Before</th>
        <th scope="col">After</th>
        <th scope="col">What became of it</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ path, label, before, after, kind }) => (
        <tr key={path}>
          <th scope="row" title={path}>
            {label}
          </th>
          {kind === 'secret' ? (
            <td colSpan={2}>{secretWords}</td>
          ) : (
            <>
              <td>{kind === 'same' ? <Value text={before} /> : <Value text={before} sign="removed" />}</td>
              <td>{kind === 'same' ? <Value text={after} /> : <Value text={after} sign="added" />}</td>
            </>
          )}
          <td>{kinds[kind]}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const SentTable = ({ rows, header }: { rows: readonly Difference[]; header: string }) => (
  <table className={styles['table']}>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">{header}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ path, label, after, kind }) => (
        <tr key={path}>
          <th scope="row" title={path}>
            {label}
          </th>
          <td>{kind === 'secret' ? secretWords : after}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What was changed from what to what; where only one side is known, that. */
export const EntryChange = ({ entry }: { entry: AuditEntryDetails }) => {
  const [showsAll, setShowsAll] = useState(false)
  const [before, after, sent] = [readState(entry.before), readState(entry.after), readState(entry.body)]
  const wasAsked = entry.before !== undefined
  const isDeletion = before !== undefined && entry.after === undefined
  const hasBoth = before !== undefined && after !== undefined
  const rows = hasBoth ? differences(before, after, sent) : []
  const changed = rows.filter(({ kind }) => kind !== 'same' && kind !== 'aside')
  const shown = showsAll ? rows : changed
  const sentRows = differences(undefined, sent, sent)
  return (
    <SpaceBetween size="l">
      {hasBoth && (
        <Container
          header={
            <Header
              variant="h2"
              actions={
                <Checkbox checked={showsAll} onChange={({ detail }) => setShowsAll(detail.checked)}>
                  Also what stayed
                </Checkbox>
              }
            >
              Before and after
            </Header>
          }
        >
          {shown.length === 0 ? <p>Nothing that is shown of it has changed.</p> : <ChangeTable rows={shown} />}
        </Container>
      )}
      {isDeletion && (
        <Container header={<Header variant="h2">What was there before</Header>}>
          <SentTable rows={differences(undefined, before, undefined)} header="Before" />
        </Container>
      )}
      {sentRows.length > 0 && (
        <Container
          header={
            <Header
              variant="h2"
              description={
                wasAsked && !hasBoth && !isDeletion
                  ? 'What was there before or after is not known: the cloud did not answer in time.'
                  : undefined
              }
            >
              What was sent
            </Header>
          }
        >
          <SentTable rows={sentRows} header="Value" />
        </Container>
      )}
    </SpaceBetween>
  )
}
