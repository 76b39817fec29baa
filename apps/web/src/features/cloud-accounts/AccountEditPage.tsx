import type { CloudAccountView } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams, type LoaderFunctionArgs } from 'react-router'
import { ownCall } from '../../api/console-call.ts'
import { isGone } from '../../api/gone.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { accountQuery, renewAccounts } from './account-queries.ts'
import { accountRefuses, vendorWords } from './account-words.ts'
import { asksForPassword, editValuesOf, secretFields, toUpdateBody, type EditValues } from './form/account-form.ts'
import { editErrors, editSchema } from './form/account-schema.ts'
import { EndpointFields } from './form/EndpointFields.tsx'
import { FeatureFields } from './form/FeatureFields.tsx'
import { SignInFields } from './form/SignInFields.tsx'

export const clientLoader = ({ request, params }: LoaderFunctionArgs) =>
  load(request, accountQuery(params['accountId'] ?? ''))

export const crumb = function AccountEditCrumb() {
  const { accountId = '' } = useParams()
  return `Edit ${useQuery(accountQuery(accountId)).data?.name ?? 'cloud account'}`
}

const save = async (account: CloudAccountView, values: EditValues): Promise<string> => {
  const body = toUpdateBody(values, account)
  await ownCall('updateCloudAccount', { params: { accountId: account.id }, body })
  await renewAccounts()
  return paths.cloudAccount(account.id)
}

export default function AccountEditPage() {
  const { accountId = '' } = useParams()
  const denied = useConsoleDenied()
  const live = useLive(accountQuery(accountId), () => false)
  if (isGone(live.error)) throw live.error
  // What the form began with: what somebody else changes meanwhile is told when it is sent.
  const [account] = useState(live.data)
  const [defaultValues] = useState(() => editValuesOf(account))
  const draftKey = `cloud-account.${account.id}`
  const schema = useMemo(() => editSchema(account), [account])
  const form = useDraftForm<EditValues>({ draftKey, schema, defaultValues, secretFields })
  return (
    <FormShell<EditValues>
      title={`Edit ${account.name}`}
      description={`${vendorWords(account.vendor)} · ${account.region}. Another region is another account; keys are replaced on a page of their own.`}
      form={form}
      draftKey={draftKey}
      submit={(values) => save(account, values)}
      errorFields={editErrors}
      submitText={`Save ${account.name}`}
      disabledReason={
        denied('console:cloudAccounts:update') ??
        accountRefuses(account) ??
        (form.formState.isDirty ? undefined : 'Nothing is changed yet.')
      }
      errorTitle={`${account.name} was not changed`}
      cancelTo={paths.cloudAccount(account.id)}
    >
      <InputField<EditValues> name="name" label="Name" constraint="1 to 64 characters." />
      <InputField<EditValues>
        name="projectId"
        label="Project id"
        constraint="Left empty, the one that is named after the region is looked up."
        isOptional
      />
      <EndpointFields region={account.region} />
      {asksForPassword(form.watch(), account) && (
        <>
          <Alert type="info">
            The password of the IAM user is sent to the address of IAM. Enter it again before it goes to another one.
          </Alert>
          <SignInFields />
        </>
      )}
      <FeatureFields found={account.last_check} />
    </FormShell>
  )
}
