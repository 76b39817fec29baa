import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense, useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { load, useCloudId } from '../../api/operation-query.ts'
import { vpnUserList } from '../../api/p2c-lists.ts'
import { useDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { FormError } from '../../ui/FormError.tsx'
import { UnsavedGuard } from '../../ui/form/UnsavedGuard.tsx'
import { KitWords } from '../../ui/KitWords.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { CheckRows } from './import/CheckRows.tsx'
import { ChooseSheet } from './import/ChooseSheet.tsx'
import { CredentialsSheet } from './import/CredentialsSheet.tsx'
import { ImportSteps } from './import/ImportSteps.tsx'
import { leaveWords } from './import/leave-words.ts'
import { MatchColumns } from './import/MatchColumns.tsx'
import { missingGroups } from './import/precheck.ts'
import { SendRows } from './import/SendRows.tsx'
import { noUsersReason, useServerFacts } from './import/server-facts.ts'
import { useImport } from './import/use-import.ts'
import { useSending } from './import/use-sending.ts'

const InviteImported = lazy(() => import('./invitations/InviteImported.tsx'))

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, vpnUserList(params['cloudId'] ?? '', params['serverId'] ?? ''))

export const crumb = 'Import users'

const profileWords =
  'Import the profile (.ovpn) that you are given into an OpenVPN client, connect, and sign in with user and password.'

export default function UserImportPage() {
  const cloudId = useCloudId()
  const { serverId = '' } = useParams()
  const denied = useDenied()
  const live = useServerFacts(cloudId, serverId)
  const { facts, server, gateway } = live
  const state = useImport(facts)
  const { stage, source, checking } = state
  const { preparing, sending, begin, stop, resume, forget } = useSending(cloudId, serverId)
  // How many users the credentials that were saved last had in them.
  const [savedCount, setSavedCount] = useState(0)

  const created = state.created(sending)
  const isSaved = savedCount === created.length
  const reason = denied('batchCreateVpnUsers') ?? (server && noUsersReason(server))
  const usersTab = `${paths.vpnServer({ cloudId, serverId })}?tab=users`
  const access = {
    server: gateway?.eip?.ip_address ?? '',
    port: String(server?.ssl_options?.port ?? 443),
    profile: profileWords,
  }
  const leave = leaveWords({
    stage,
    sending,
    isPreparing: preparing?.error === undefined && !!preparing,
    isSaved,
    hasRows: state.hasRows,
  })

  const send = () => {
    const { checked } = checking
    if (!checked || !facts) return
    state.send(checked)
    const rows = checked.filter(({ isFit }) => isFit).map(({ row }) => row)
    const missing = state.groupChoice === 'create' ? missingGroups(checked, facts.groups) : []
    void begin(rows, { there: facts.groups, missing })
  }
  const goBack = () => {
    state.goBack(sending)
    forget()
    void live.refresh()
  }

  return (
    <KitWords>
      <PageHeader
        title="Import users"
        description={source && stage !== 'file' ? `From ${source.name}` : 'Many users at once, from a spreadsheet.'}
      />
      <SpaceBetween size="l">
        <ImportSteps stage={stage} />
        {reason !== undefined && (
          <Alert type="warning" header="No users can be imported here">
            {reason}
          </Alert>
        )}
        {stage !== 'file' && source && source.sheet.notes.length > 0 && (
          <Alert type="info">{source.sheet.notes.join(' ')}</Alert>
        )}
        {stage === 'file' && <ChooseSheet onSheet={state.takeSheet} />}
        {stage === 'columns' && source && (
          <MatchColumns
            sheet={source.sheet}
            mapping={state.mapping}
            onChange={state.setMapping}
            onBack={() => state.setStage('file')}
            onNext={state.takeColumns}
          />
        )}
        {stage === 'check' && live.error && (
          <FormError title="The users and groups of the server could not be read" error={live.error} />
        )}
        {stage === 'check' && !facts && !live.error && <Loading what="users and groups of the server" />}
        {stage === 'check' && facts && (
          <CheckRows
            {...checking}
            facts={facts}
            groupChoice={state.groupChoice}
            passwordChoice={state.passwordChoice}
            defaultGroup={live.defaultGroup}
            disabledReason={reason}
            onGroupChoice={state.setGroupChoice}
            onPasswordChoice={state.choosePasswords}
            onRow={state.takeRow}
            onBack={() => state.setStage('columns')}
            onSend={send}
          />
        )}
        {created.length > 0 && (
          <CredentialsSheet
            users={created}
            access={access}
            isSaved={isSaved}
            onSaved={() => setSavedCount(created.length)}
          />
        )}
        {stage === 'send' && created.length > 0 && sending?.phase === 'done' && (
          <Suspense>
            <InviteImported serverId={serverId} names={created.map(({ name }) => name)} />
          </Suspense>
        )}
        {stage === 'send' && (
          <SendRows
            checked={state.sent}
            earlier={state.earlier}
            preparing={preparing}
            sending={sending}
            onStop={stop}
            onResume={resume}
            onBack={goBack}
            doneTo={usersTab}
          />
        )}
      </SpaceBetween>
      <UnsavedGuard isDirty={leave !== undefined} isSaved={() => false} {...(leave && { words: leave })} />
    </KitWords>
  )
}
