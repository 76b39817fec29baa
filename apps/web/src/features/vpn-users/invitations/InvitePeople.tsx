import { mostInvitationsAtOnce } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { InviteDialog } from './InviteDialog.tsx'
import { namesIn } from './invitation-words.ts'

type InvitePeopleProps = { serverId: string; serverName: string; onClose: () => void }

const refusal = (names: readonly string[]): string | undefined => {
  if (names.length === 0) return 'Enter a name first.'
  if (names.length > mostInvitationsAtOnce) return `Enter ${mostInvitationsAtOnce} names at most.`
  return names.some((name) => name.length > 64) ? 'A name has 64 characters at most.' : undefined
}

/** Makes links to the profile of a server that has no users of its own. */
export default function InvitePeople({ serverId, serverName, onClose }: InvitePeopleProps) {
  const [text, setText] = useState('')
  const names = namesIn(text)
  return (
    <InviteDialog
      serverId={serverId}
      title={`Make links to the profile of ${serverName}`}
      who={{ names }}
      disabledReason={refusal(names)}
      onClose={onClose}
    >
      <Box>
        With a link somebody fetches the profile for his device. The profile alone lets nobody in: what he signs in
        with, such as a certificate and its key, he gets elsewhere. The console sends nothing: hand the links out
        yourself.
      </Box>
      <FormField label="For whom" constraintText="One name a line; they are shown in the list of links." stretch>
        <Textarea value={text} rows={4} onChange={({ detail }) => setText(detail.value)} />
      </FormField>
    </InviteDialog>
  )
}
