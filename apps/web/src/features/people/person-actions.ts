import type { PersonView } from '@vpn-console/api-client'
import type { MenuAction } from '../../ui/Menu.tsx'

export type PersonDialog = 'edit' | 'link' | 'unlock' | 'second-factor' | 'sign-out' | 'switch' | 'delete'

type Given = {
  person: PersonView
  /** Who is looking. */
  ownId: string
  denied: (action: string) => string | undefined
  open: (dialog: PersonDialog) => void
}

/** What can be done about a person, and why not. */
export const personActions = ({ person, ownId, denied, open }: Given): MenuAction[] => {
  const isSelf = person.id === ownId
  const noLink =
    person.source === 'sso'
      ? 'Signs in by the provider, and has no password here.'
      : person.state === 'disabled'
        ? 'Enable the person first.'
        : undefined
  return [
    { id: 'edit', text: 'Edit', onChoose: () => open('edit'), disabledReason: denied('console:people:update') },
    {
      id: 'link',
      text: person.state === 'invited' ? 'New invitation link' : 'Link for a new password',
      onChoose: () => open('link'),
      disabledReason: denied('console:people:reset') ?? noLink,
    },
    {
      id: 'unlock',
      text: 'End the wait',
      onChoose: () => open('unlock'),
      disabledReason:
        denied('console:people:reset') ??
        (person.locked_until === undefined ? 'Nobody has to wait by this name.' : undefined),
    },
    {
      id: 'second-factor',
      text: 'Take the second factor away',
      onChoose: () => open('second-factor'),
      disabledReason:
        denied('console:people:reset') ?? (person.has_second_factor ? undefined : 'There is no second factor.'),
    },
    {
      id: 'sign-out',
      text: 'Sign out everywhere',
      onChoose: () => open('sign-out'),
      disabledReason: denied('console:people:signOut'),
    },
    {
      id: 'switch',
      text: person.state === 'disabled' ? 'Enable' : 'Disable',
      onChoose: () => open('switch'),
      disabledReason: denied('console:people:disable') ?? (isSelf ? 'You cannot disable yourself.' : undefined),
    },
    {
      id: 'delete',
      text: 'Delete',
      onChoose: () => open('delete'),
      disabledReason: denied('console:people:delete') ?? (isSelf ? 'You cannot delete yourself.' : undefined),
    },
  ]
}
