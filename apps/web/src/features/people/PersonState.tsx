import type { PersonView } from '@vpn-console/api-client'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { clockWords } from '../../ui/time-words.ts'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { stateNote, stateWords } from './person-words.ts'

/** How a person stands, and what it means for him. */
export const PersonState = ({ person }: { person: PersonView }) => {
  const { words, kind } = stateWords(person.state)
  return (
    <TwoLines first={<StatusIndicator type={kind}>{words}</StatusIndicator>} second={stateNote(person, clockWords)} />
  )
}
