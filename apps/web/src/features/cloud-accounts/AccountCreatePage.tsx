import { cloudFeatureIds } from '@vpn-console/api-client'
import { useState } from 'react'
import { ownCall } from '../../api/console-call.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { WizardShell } from '../../ui/form/WizardShell.tsx'
import { renewAccounts } from './account-queries.ts'
import { emptyAccount, secretFields, shownRequest, toCreateBody, type AccountValues } from './form/account-form.ts'
import { accountErrors, accountSchema } from './form/account-schema.ts'
import { accountSteps, emulatorSteps } from './form/account-steps.ts'
import { AccountTestContext, useAccountTesting } from './form/account-test.ts'

export const crumb = 'Add cloud account'

const draftKey = 'cloud-account'

const add = async (values: AccountValues): Promise<string> => {
  const account = await ownCall('createCloudAccount', { body: toCreateBody(values) })
  showFlash({
    type: 'success',
    content: `${account.name} is added.`,
    link: { text: 'Open its overview', to: paths.overview({ cloudId: account.id }) },
  })
  await renewAccounts()
  return paths.cloudAccount(account.id)
}

export default function AccountCreatePage() {
  const denied = useConsoleDenied()
  const [defaultValues] = useState(() => emptyAccount(cloudFeatureIds))
  const form = useDraftForm<AccountValues>({ draftKey, schema: accountSchema, defaultValues, secretFields })
  const testing = useAccountTesting()
  const vendor = form.watch('vendor')
  return (
    <AccountTestContext value={testing}>
      <WizardShell<AccountValues>
        title="Add cloud account"
        description="The console speaks to a cloud with keys of its own. They are tested before anything is saved."
        steps={vendor === 'emulator' ? emulatorSteps : accountSteps}
        form={form}
        draftKey={draftKey}
        submit={add}
        submitText="Add cloud account"
        disabledReason={denied('console:cloudAccounts:create')}
        errorTitle="The account was not added"
        errorFields={(error) => accountErrors(error, form.getValues())}
        request={shownRequest}
        cancelTo={paths.cloudAccounts()}
      />
    </AccountTestContext>
  )
}
