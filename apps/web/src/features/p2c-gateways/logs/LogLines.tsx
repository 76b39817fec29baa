import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useCloudId } from '../../../api/operation-query.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { errorText } from '../../../ui/error-words.ts'
import { ErrorDetails } from '../../../ui/ErrorDetails.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { momentText } from '../../../ui/log/time-text.ts'
import { exactWords } from '../../../ui/time-words.ts'
import { linesOnPage, logLines, logSpans, type LogPlace } from './log-queries.ts'
import styles from './LogLines.module.css'
import { rawLine, type RawLine } from './raw-line.ts'

const Line = ({ line: { at, text } }: { line: RawLine }) => (
  <li className={styles['line']}>
    {at === undefined ? (
      <span className={styles['time']}>–</span>
    ) : (
      <time className={styles['time']} dateTime={new Date(at).toISOString()} title={exactWords(at)}>
        {momentText(at)}
      </time>
    )}
    <code className={styles['text']}>{text}</code>
  </li>
)

const countWords = (shown: number, count: number | undefined): string => {
  if (count !== undefined && count > shown) return `The newest ${shown} of ${count} lines.`
  return shown === linesOnPage ? `The newest ${shown} lines.` : `${shown} ${shown === 1 ? 'line' : 'lines'}.`
}

/** What the gateway wrote, as it is: the form of these lines is documented nowhere. */
export const LogLines = ({ place, name }: { place: LogPlace; name: string }) => {
  const cloudId = useCloudId()
  const [spanId, setSpanId] = useState<string>('24h')
  const [typed, setTyped] = useState('')
  const keywords = useDeferredValue(typed.trim())
  const span = logSpans.find(({ id }) => id === spanId) ?? logSpans[1]
  const { data, error, isPending, isFetching, refetch } = useQuery(logLines(cloudId, place, span, keywords))
  const lines = (data?.lines ?? []).map(rawLine)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="As the gateway writes them, newest first."
          actions={
            <ActionButton iconName="refresh" loading={isFetching} loadingText="Loading" onClick={() => void refetch()}>
              Load the lines again
            </ActionButton>
          }
        >
          Lines
        </Header>
      }
    >
      <SpaceBetween size="m">
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <SegmentedControl
            label="How far back"
            selectedId={span.id}
            options={logSpans.map(({ id, words }) => ({ id, text: words }))}
            onChange={({ detail }) => setSpanId(detail.selectedId)}
          />
          <Input
            type="search"
            value={typed}
            onChange={({ detail }) => setTyped(detail.value)}
            placeholder="Find a word, such as a user name"
            ariaLabel="Find a word in the lines"
            clearAriaLabel="Clear"
            autoComplete={false}
            spellcheck={false}
          />
        </SpaceBetween>
        {isPending && <Loading what="the lines" />}
        {error && (
          <Alert type="error" header="The lines could not be loaded">
            {errorText(error)}
            <ErrorDetails error={error} />
          </Alert>
        )}
        {data && lines.length === 0 && (
          <Box color="text-body-secondary">
            {keywords === '' ? `${name} wrote nothing in this time.` : `No line of this time has ${keywords} in it.`}
          </Box>
        )}
        {lines.length > 0 && (
          <>
            <Box color="text-body-secondary">{countWords(lines.length, data?.count)}</Box>
            <ol className={styles['lines']} aria-label={`Connection log of ${name}`}>
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ol>
          </>
        )}
      </SpaceBetween>
    </Container>
  )
}
