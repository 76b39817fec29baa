import type { CloudAccountView } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { ownCall } from '../../api/console-call.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { accountQuery, renewAccounts } from './account-queries.ts'
import { accountRefuses } from './account-words.ts'
import { noKeys, toCredentials, type KeyValues } from './form/account-form.ts'
import { keyErrors, keySchema } from './form/account-schema.ts'
import { KeyFields } from './form/KeyFields.tsx'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, accountQuery(params['accountId'] ?? ''))

export const crumb = function AccountKeysCrumb() {
  const { accountId = '' } = useParams()
  return `Keys of ${useQuery(accountQuery(accountId)).data?.name ?? 'cloud account'}`
}

const replace = async ({ id, name }: CloudAccountView, values: KeyValues): Promise<string> => {
  const credentials = toCredentials(values)
  await ownCall('rotateCloudAccountKeys', { params: { accountId: id }, body: { credentials } })
  showFlash({
    type: 'success',
    content: `${name} works with its new keys. Take the old ones away at the cloud now.`,
  })
  await renewAccounts()
  return `${paths.cloudAccount(id)}?tab=permissions`
}

export default function AccountKeysPage() {
  const { accountId = '' } = useParams()
  const denied = useConsoleDenied()
  const { data: account } = useLive(accountQuery(accountId), () => false)
  // Without a draft: there is nothing in it but keys.
  const form = useDraftForm<KeyValues>({
    schema: keySchema,
    defaultValues: { ...noKeys, kind: account.credentials.kind },
  })
  return (
    <FormShell<KeyValues>
      title={`Replace the keys of ${account.name}`}
      description="Nothing stops meanwhile."
      form={form}
      submit={(values) => replace(account, values)}
      errorFields={(error) => keyErrors(error, form.getValues().kind)}
      submitText={`Test and replace the keys of ${account.name}`}
      disabledReason={denied('console:cloudAccounts:rotate') ?? accountRefuses(account)}
      errorTitle={`${account.name} keeps its old keys`}
      cancelTo={paths.cloudAccount(account.id)}
    >
      <Alert type="info" header="In this order">
        The new keys are tested first. Only when the cloud takes them do they take the place of the old ones; calls
        under way end with the old. Until then everything goes on as it is, and if the test fails nothing changes.
      </Alert>
      <KeyFields policyPlace="on the tab “IAM policy” of this account" />
    </FormShell>
  )
}
