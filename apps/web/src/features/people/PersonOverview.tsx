import type { PersonView } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Timestamp } from '../../ui/Timestamp.tsx'
import { isoOf, sourceWords } from './person-words.ts'
import { PersonState } from './PersonState.tsx'

export const PersonOverview = ({ person }: { person: PersonView }) => (
  <Container header={<Header variant="h2">Person</Header>}>
    <KeyValues
      items={[
        { label: 'User name', value: <CopyableId value={person.name} what="the user name" /> },
        { label: 'Contact', value: person.contact },
        { label: 'State', value: <PersonState person={person} /> },
        { label: 'Signs in by', value: sourceWords(person.source) },
        { label: 'Second factor', value: person.has_second_factor ? 'Yes' : 'No' },
        {
          label: 'Last sign-in',
          value: person.last_sign_in_at === undefined ? 'Never' : <Timestamp value={isoOf(person.last_sign_in_at)} />,
        },
        { label: 'Added', value: <Timestamp value={isoOf(person.created_at)} /> },
        { label: 'Roles', value: person.roles.join(', ') || 'None' },
        { label: 'Id', value: <CopyableId value={person.id} what="the id" /> },
      ]}
    />
  </Container>
)
