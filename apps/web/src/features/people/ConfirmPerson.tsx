import type { PersonView } from '@vpn-console/api-client'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { ConfirmAction } from '../../ui/ConfirmAction.tsx'
import { showFlash } from '../../ui/flashes.ts'
import { renewPeople } from './person-queries.ts'

type Asked = {
  title: string
  consequence: string
  actionText: string
  pendingText: string
  errorTitle: string
  done: string
  send: (personId: string) => Promise<unknown>
}

const asked = {
  disable: (name: string): Asked => ({
    title: `Disable ${name}`,
    consequence: `${name} is signed out at once and cannot sign in until enabled again. A link that was not used is withdrawn. Roles stay.`,
    actionText: `Disable ${name}`,
    pendingText: 'Disabling',
    errorTitle: `${name} was not disabled`,
    done: `${name} is disabled.`,
    send: (personId) => ownCall('disablePerson', { params: { personId } }),
  }),
  enable: (name: string): Asked => ({
    title: `Enable ${name}`,
    consequence: `${name} can sign in again, with the password and the roles of before.`,
    actionText: `Enable ${name}`,
    pendingText: 'Enabling',
    errorTitle: `${name} was not enabled`,
    done: `${name} can sign in again.`,
    send: (personId) => ownCall('enablePerson', { params: { personId } }),
  }),
  unlock: (name: string): Asked => ({
    title: `End the wait of ${name}`,
    consequence: `Somebody failed to sign in as ${name} several times, so the name has to wait. End the wait only where you know that it was ${name}: else it protects.`,
    actionText: 'End the wait',
    pendingText: 'Ending',
    errorTitle: `${name} still has to wait`,
    done: `${name} can sign in again at once.`,
    send: (personId) => ownCall('unlockPerson', { params: { personId } }),
  }),
  'second-factor': (name: string): Asked => ({
    title: `Take the second factor of ${name} away`,
    consequence: `From then on the password alone signs ${name} in, until ${name} sets up a second factor again. Make sure that it was really ${name} who asked.`,
    actionText: 'Take it away',
    pendingText: 'Taking it away',
    errorTitle: `${name} still has the second factor`,
    done: `${name} has no second factor any more.`,
    send: (personId) => ownCall('resetSecondFactor', { params: { personId } }),
  }),
  'sign-out': (name: string): Asked => ({
    title: `Sign ${name} out everywhere`,
    consequence: `Every session of ${name} ends at once, on all devices. What is typed there and not sent may be lost. ${name} can sign in again.`,
    actionText: `Sign ${name} out`,
    pendingText: 'Signing out',
    errorTitle: `${name} was not signed out`,
    done: `${name} is signed out everywhere.`,
    send: (personId) => ownCall('signOutPerson', { params: { personId } }),
  }),
}

type ConfirmPersonProps = { what: keyof typeof asked; person: PersonView; onClose: () => void }

/** Asks before something that a person will notice. */
export default function ConfirmPerson({ what, person: { id, name }, onClose }: ConfirmPersonProps) {
  const { send, done, ...words } = asked[what](name)
  const change = useMutation({
    mutationFn: () => send(id),
    onSuccess: async () => {
      showFlash({ type: 'success', content: done })
      onClose()
      await renewPeople()
    },
  })
  return (
    <ConfirmAction
      {...words}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    />
  )
}
