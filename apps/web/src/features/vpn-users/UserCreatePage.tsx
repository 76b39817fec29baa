import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { call } from '../../api/client.ts'
import { createOrFind } from '../../api/create-or-find.ts'
import { invalidate, load, useCloudId } from '../../api/operation-query.ts'
import { queryClient } from '../../api/query-client.ts'
import { useDenied } from '../../api/session.ts'
import { randomUuid } from '../../api/uuid.ts'
import { paths } from '../../paths.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { KitWords } from '../../ui/KitWords.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { OtherModeNotice } from './OtherModeNotice.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { UserCredentials } from './UserCredentials.tsx'
import { UserDetailsFields } from './UserDetailsFields.tsx'
import {
  emptyUser,
  secretFields,
  surroundingsOf,
  toUserCreate,
  userCreateForm,
  userErrors,
  type UserCreateValues,
} from './user-form.ts'
import { isDenied, serverList, useUserFacts, vpnUserGroupList, vpnUserList } from './user-queries.ts'
import { otherMode, roomRefusal, roomWords } from './user-words.ts'

export const clientLoader = async ({ request, params }: LoaderFunctionArgs) => {
  const { cloudId = '', serverId = '' } = params
  void queryClient.prefetchQuery(serverList(cloudId))
  void queryClient.prefetchQuery(vpnUserGroupList(cloudId, serverId))
  try {
    await load(request, vpnUserList(cloudId, serverId))
  } catch (error) {
    // Who may create but not list still can: then the cloud checks what the form cannot.
    if (!isDenied(error)) throw error
  }
  return null
}

export const crumb = 'Create user'

/** Creates the user and gives its name; a lost answer is looked up and never creates it twice. */
const create = async (cloudId: string, serverId: string, values: UserCreateValues): Promise<string> => {
  const params = { vpn_server_id: serverId }
  const user = toUserCreate(values)
  await createOrFind({
    send: async () => {
      const answer = await call(
        cloudId,
        'createVpnUser',
        { params, body: { user } },
        {
          clientToken: randomUuid(),
        },
      )
      return { id: answer.user.id, name: user.name }
    },
    list: () => queryClient.fetchQuery({ ...vpnUserList(cloudId, serverId), staleTime: 0 }),
    idOf: ({ id }) => id,
    nameOf: ({ name }) => name,
    name: user.name,
  })
  void invalidate(cloudId, 'listVpnUsers', 'listVpnUserGroups')
  return user.name
}

type Credentials = { name: string; password: string }

type CreateFormProps = { serverId: string; onCreated: (credentials: Credentials) => void }

const CreateForm = ({ serverId, onCreated }: CreateFormProps) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const { server, gateway, users, groups } = useUserFacts(cloudId, serverId)
  const [generated, setGenerated] = useState<string>()
  const around = surroundingsOf(server?.client_cidr, users)
  const draftKey = `vpn-user.${cloudId}.${serverId}`
  const form = useDraftForm<UserCreateValues>({
    draftKey,
    schema: userCreateForm(around, () => generated),
    defaultValues: emptyUser,
    secretFields,
  })
  const name = form.watch('name').trim()
  const mode = server && otherMode(server)

  if (mode) {
    return (
      <>
        <PageHeader title="Create user" />
        <OtherModeNotice mode={mode} serverId={serverId} />
      </>
    )
  }

  return (
    <FormShell
      title="Create user"
      description={roomWords(users?.length, gateway)}
      form={form}
      draftKey={draftKey}
      submit={async (values) => {
        const created = await create(cloudId, serverId, values)
        onCreated({ name: created, password: values.password })
        // The page stays: it shows the password once.
        return paths.vpnUserNew({ cloudId, serverId })
      }}
      errorFields={userErrors}
      submitText={name === '' ? 'Create user' : `Create ${name}`}
      disabledReason={denied('createVpnUser') ?? roomRefusal(users?.length, gateway)}
      errorTitle={`${name === '' ? 'The user' : name} was not created`}
      cancelTo={`${paths.vpnServer({ cloudId, serverId })}?tab=users`}
      calls={(values) => [
        { name: 'createVpnUser', input: { params: { vpn_server_id: serverId }, body: { user: toUserCreate(values) } } },
      ]}
    >
      <InputField<UserCreateValues>
        name="name"
        label="User name"
        constraint="4 to 32 letters, digits, periods, underscores and hyphens; it cannot be changed later"
      />
      <PasswordFields label="Password" userName={name} generated={generated} onGenerate={setGenerated} />
      <UserDetailsFields groups={groups} around={around} />
    </FormShell>
  )
}

export default function UserCreatePage() {
  const cloudId = useCloudId()
  const { serverId = '' } = useParams()
  const [created, setCreated] = useState<Credentials>()
  if (!created) return <CreateForm serverId={serverId} onCreated={setCreated} />
  return (
    <KitWords>
      <PageHeader title={`${created.name} was created`} />
      <SpaceBetween size="l">
        <Container>
          <UserCredentials serverId={serverId} {...created} />
        </Container>
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton variant="primary" to={`${paths.vpnServer({ cloudId, serverId })}?tab=users`}>
            Back to the users
          </ActionButton>
          <ActionButton onClick={() => setCreated(undefined)}>Create another user</ActionButton>
        </SpaceBetween>
      </SpaceBetween>
    </KitWords>
  )
}
