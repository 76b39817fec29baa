import { invitationDays, type NewVpnInvitation } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Modal from '@cloudscape-design/components/modal'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { consoleCall } from '../../../api/console-call.ts'
import { invalidateInvitations } from './invitation-queries.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { FormError } from '../../../ui/FormError.tsx'
import { countLinks } from './invitation-words.ts'
import { NewLinks } from './NewLinks.tsx'

type InviteDialogProps = {
  serverId: string
  title: string
  /** Who is invited: users of the server, or, where it has none, people by any names. */
  who: { vpnUserIds: string[] } | { names: string[] }
  /** Why nobody can be invited yet. */
  disabledReason?: string | undefined
  children: ReactNode
  onClose: () => void
}

const choices = [1, 2, 3, 7, invitationDays.most].map((days) => ({
  value: String(days),
  label: days === 1 ? '1 day' : `${days} days`,
}))

/** Makes links for people, and shows them once. */
export const InviteDialog = ({ serverId, title, who, disabledReason, children, onClose }: InviteDialogProps) => {
  const cloudId = useCloudId()
  const [days, setDays] = useState<number>(invitationDays.usual)
  const count = 'names' in who ? who.names.length : who.vpnUserIds.length
  const inviting = useMutation({
    mutationFn: () => consoleCall(cloudId, 'createVpnInvitations', { params: { serverId }, body: { ...who, days } }),
    // The answer holds the links: they are forgotten with the dialog.
    gcTime: 0,
    onSettled: () => invalidateInvitations(cloudId),
  })
  const made: readonly NewVpnInvitation[] | undefined = inviting.data?.invitations
  return (
    <Modal
      visible
      size="large"
      header={made ? `${countLinks(made.length)} made` : title}
      closeAriaLabel="Close"
      onDismiss={({ detail }) => {
        // A click beside it must not take away the only sight of the links.
        if (detail.reason !== 'overlay') onClose()
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant={made ? 'primary' : 'link'} onClick={onClose}>
              {made ? 'Done' : 'Cancel'}
            </Button>
            {!made && (
              <Button
                formAction="none"
                variant="primary"
                loading={inviting.isPending}
                loadingText="Making links"
                disabled={disabledReason !== undefined}
                disabledReason={disabledReason}
                onClick={() => inviting.mutate()}
              >
                Make {countLinks(count)}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {made ? (
        <NewLinks made={made} />
      ) : (
        <SpaceBetween size="m">
          {children}
          <FormField label="Good for">
            <Select
              selectedOption={choices.find(({ value }) => value === String(days)) ?? null}
              options={choices}
              onChange={({ detail }) => setDays(Number(detail.selectedOption.value))}
            />
          </FormField>
          {inviting.error && !inviting.isPending && <FormError title="No link was made" error={inviting.error} />}
        </SpaceBetween>
      )}
    </Modal>
  )
}
