import type { PersonView } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { FormError } from '../../ui/FormError.tsx'
import { MadeLink } from './MadeLink.tsx'
import { renewPeople } from './person-queries.ts'

/** Makes a link for a password, and shows it once. */
export default function MakeLink({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { id, name, state } = person
  const isInvited = state === 'invited'
  const make = useMutation({
    // The answer holds the token: it is forgotten with the dialog.
    gcTime: 0,
    mutationFn: () => ownCall('makePersonLink', { params: { personId: id } }),
    onSettled: () => renewPeople(),
  })
  const link = make.data
  return (
    <Modal
      visible
      size="large"
      header={isInvited ? `Invitation of ${name}` : `New password for ${name}`}
      closeAriaLabel="Close"
      onDismiss={({ detail }) => {
        // A click beside it must not take away the only sight of the link.
        if (detail.reason !== 'overlay') onClose()
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant={link ? 'primary' : 'link'} onClick={onClose}>
              {link ? 'Done' : 'Cancel'}
            </Button>
            {!link && (
              <Button
                formAction="none"
                variant="primary"
                loading={make.isPending}
                loadingText="Making the link"
                onClick={() => make.mutate()}
              >
                Make link
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {link ? (
        <MadeLink userName={name} link={link} />
      ) : (
        <SpaceBetween size="m">
          <Alert type={isInvited ? 'info' : 'warning'}>
            {isInvited
              ? `A link by which ${name} chooses a password. A link of before is withdrawn.`
              : `A link by which ${name} chooses a new password. Until then the old one works. Using the link ends every session of ${name}, and a wait after failed sign-ins. Make sure that it was really ${name} who asked.`}
          </Alert>
          {make.error !== null && !make.isPending && <FormError title="No link was made" error={make.error} />}
        </SpaceBetween>
      )}
    </Modal>
  )
}
