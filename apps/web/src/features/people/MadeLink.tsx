import type { NewPersonLink } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { CopyText } from './CopyText.tsx'
import { linkMessage, linkUrl } from './person-words.ts'

const untilWords = (moment: number) =>
  new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** A link as long as this stays open: the console keeps nothing that could show it again. */
export const MadeLink = ({ userName, link }: { userName: string; link: NewPersonLink }) => {
  const { origin } = window.location
  const until = untilWords(link.expires_at)
  const message = linkMessage(userName, link, origin, until)
  return (
    <SpaceBetween size="m">
      <Alert type="info" header={`Pass this link on to ${userName}`}>
        The console sends no mail. The link is shown here and never again: copy it now. It works once, until {until}.
        Whoever has it can choose the password, so send it by a way that only {userName} reads.
      </Alert>
      <FormField label="Link" stretch>
        <Box>
          <CopyableId value={linkUrl(origin, link.token)} what="the link" />
        </Box>
      </FormField>
      <FormField label="What to write" stretch>
        <SpaceBetween size="xs">
          <Textarea value={message} rows={6} readOnly ariaLabel="What to write" />
          <CopyText text={message}>Copy the message</CopyText>
        </SpaceBetween>
      </FormField>
    </SpaceBetween>
  )
}
