import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { LoaderFunctionArgs } from 'react-router'
import { ownCall, renew } from '../../api/console-call.ts'
import { load, useLive } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { showFlash } from '../../ui/flashes.ts'
import { CheckboxField } from '../../ui/form/CheckboxField.tsx'
import { fieldErrors, type FieldMap } from '../../ui/form/field-errors.ts'
import { FormShell } from '../../ui/form/FormShell.tsx'
import { InputField } from '../../ui/form/InputField.tsx'
import { RadioField } from '../../ui/form/RadioField.tsx'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { ProviderAddresses } from './ProviderAddresses.tsx'
import { ProviderTest } from './ProviderTest.tsx'
import { signOnFormSchema, toFormValues, toSettingsBody, type SignOnFormValues } from './sign-on-form.ts'
import { signOnQuery } from './sign-on-queries.ts'
import { useUpdateDenied } from './use-update-denied.ts'

export const clientLoader = ({ request }: LoaderFunctionArgs) => load(request, signOnQuery())

export const crumb = 'Settings'

const secretFields = ['clientSecret']
const fieldMap: FieldMap<SignOnFormValues> = {
  'settings.issuer': 'issuer',
  'settings.clientId': 'clientId',
  'settings.scopes': 'scopes',
  'settings.nameClaim': 'nameClaim',
  'settings.groupsClaim': 'groupsClaim',
  'settings.buttonText': 'buttonText',
  issuer: 'issuer',
  clientSecret: 'clientSecret',
}

const save = async (values: SignOnFormValues): Promise<string> => {
  await ownCall('updateSignOn', { body: toSettingsBody(values) })
  void renew('showSignOn', 'showSignInWays')
  const state = values.enabled ? 'It is switched on.' : 'It is switched off.'
  showFlash({ type: 'success', content: `The settings of the sign-on are saved. ${state}` })
  return paths.signOn()
}

const SecretFields = ({ hasSecret }: { hasSecret: boolean }) => {
  const choice = useWatch<SignOnFormValues>({ name: 'secretChoice' })
  return (
    <>
      <RadioField<SignOnFormValues>
        name="secretChoice"
        label="Client secret"
        options={[
          ...(hasSecret ? [{ value: 'keep', label: 'Keep the one that was given' }] : []),
          { value: 'new', label: hasSecret ? 'Give another one' : 'Give one' },
          {
            value: 'none',
            label: 'None',
            description: 'For a public client: the provider then knows the console by PKCE and its address alone.',
          },
        ]}
      />
      {choice === 'new' && (
        <InputField<SignOnFormValues>
          name="clientSecret"
          label="New client secret"
          type="password"
          constraint="It is kept sealed, and never shown again."
        />
      )}
    </>
  )
}

export default function SignOnEditPage() {
  const updateDenied = useUpdateDenied()
  const live = useLive(signOnQuery(), () => false)
  // What the form began with: a refresh meanwhile must not change it.
  const [shown] = useState(live.data)
  const [defaultValues] = useState(() => toFormValues(shown))
  const draftKey = 'sign-on'
  const form = useDraftForm({ draftKey, schema: signOnFormSchema, defaultValues, secretFields })
  return (
    <FormShell
      title={shown.settings ? 'Settings of the sign-on' : 'Set up sign-on'}
      description="Register the console at the provider first, as a web application with the two addresses below."
      form={form}
      draftKey={draftKey}
      submit={save}
      errorFields={(error) => fieldErrors(error, fieldMap)}
      submitText="Save the settings"
      disabledReason={updateDenied}
      errorTitle="The settings were not saved"
      cancelTo={paths.signOn()}
    >
      <ProviderAddresses shown={shown} />
      <InputField<SignOnFormValues>
        name="issuer"
        label="Issuer"
        description="The address under which the provider publishes its configuration."
        constraint="Exactly as the provider names itself, such as https://login.example.org/realms/staff."
        inputMode="url"
      />
      <InputField<SignOnFormValues> name="clientId" label="Client id" />
      <SecretFields hasSecret={shown.hasSecret} />
      <InputField<SignOnFormValues>
        name="scopes"
        label="Scopes"
        constraint="Separated by a space; openid is needed. Some providers send groups only with a scope of their own."
      />
      <ProviderTest
        asked={() => {
          const { issuer, scopes } = form.getValues()
          return { issuer, scopes }
        }}
      />
      <InputField<SignOnFormValues>
        name="nameClaim"
        label="Claim with the name"
        constraint="A new person is named after it: name, preferred_username or email, for example."
      />
      <InputField<SignOnFormValues>
        name="groupsClaim"
        label="Claim with the groups"
        constraint="A list of names. Dots lead inwards: realm_access.roles."
      />
      <InputField<SignOnFormValues> name="buttonText" label="Text of the button on the sign-in page" />
      <RadioField<SignOnFormValues>
        name="passwords"
        label="Passwords of the console"
        options={[
          { value: 'everybody', label: 'For everybody who has one' },
          {
            value: 'administrators',
            label: 'For administrators alone',
            description: 'They keep theirs in any case: a provider that is down must not lock everybody out.',
          },
        ]}
      />
      <CheckboxField<SignOnFormValues>
        name="signsOutAtProvider"
        label="Signing out of the console signs out at the provider too"
      />
      <CheckboxField<SignOnFormValues>
        name="enabled"
        label="Switch the sign-on by this provider on"
        description="Save with this off first, and try a sign-in: it shows what comes."
      />
    </FormShell>
  )
}
