import type { ConsoleOutput } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ownCall, ownQuery, renew } from '../../api/console-call.ts'
import { knownActions } from '../../api/known-actions.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { RoleFields } from '../../ui/grants/RoleFields.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { emptyInvite, inviteForm, toInvite, type InviteFormValues } from './invite-form.ts'
import { MadeLink } from './MadeLink.tsx'
import { PersonFields } from './PersonFields.tsx'

export const crumb = 'Invite a person'

type Invited = ConsoleOutput<'invitePerson'>

const fields = {
  name: 'name',
  contact: 'contact',
  'grants.0.role': 'role',
  'grants.0.scope': 'scope',
  'grants.0.scope.cloudId': 'cloudId',
  'grants.0.scope.scopeId': 'scopeId',
  'grants.0.scope.vpnUserId': 'vpnUserId',
} as const

const InvitedPage = ({ person, link, onAgain }: Invited & { onAgain: () => void }) => (
  <KitWords>
    <PageHeader title={`${person.name} is invited`} />
    <SpaceBetween size="l">
      <Container>
        <MadeLink userName={person.name} link={link} />
      </Container>
      <SpaceBetween direction="horizontal" size="xs">
        <ActionButton variant="primary" to={paths.person(person.id)}>
          Open {person.name}
        </ActionButton>
        <ActionButton onClick={onAgain}>Invite another person</ActionButton>
      </SpaceBetween>
    </SpaceBetween>
  </KitWords>
)

const InviteForm = ({ onInvited }: { onInvited: (invited: Invited) => void }) => {
  const denied = useConsoleDenied()
  const noRoles = denied('console:roles:list') ?? denied('console:grants:give')
  const roles = useQuery({ ...ownQuery('listRoles', {}), enabled: noRoles === undefined }).data?.roles
  const schema = useMemo(() => inviteForm(roles ?? [], knownActions), [roles])
  const form = useDraftForm<InviteFormValues>({ draftKey: 'invite-person', schema, defaultValues: emptyInvite })

  const submit = async (values: InviteFormValues): Promise<string> => {
    const invited = await ownCall('invitePerson', { body: toInvite(values) })
    void renew('listPeople', 'listGrants', 'listRoles')
    onInvited(invited)
    return paths.personInvite()
  }

  return (
    <FormShell<InviteFormValues>
      title="Invite a person"
      description="You get a link to pass on: with it the person chooses a password, and signs in. The console sends no mail."
      form={form}
      draftKey="invite-person"
      submitText="Invite"
      disabledReason={denied('console:people:invite')}
      errorTitle="Nobody was invited"
      submit={submit}
      errorFields={(error) => fieldErrors<InviteFormValues>(error, fields)}
      cancelTo={paths.people()}
    >
      <PersonFields />
      {noRoles === undefined && roles && <RoleFields roles={roles} none="No role yet" />}
      {noRoles !== undefined && <div>A role is for somebody else to give: {noRoles}</div>}
    </FormShell>
  )
}

export default function PersonInvitePage() {
  const [invited, setInvited] = useState<Invited>()
  if (invited) return <InvitedPage {...invited} onAgain={() => setInvited(undefined)} />
  return <InviteForm onInvited={setInvited} />
}
