import Alert from '@cloudscape-design/components/alert'
import { useFormContext } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import type { KeyValues } from './account-form.ts'
import { HiddenField } from './HiddenField.tsx'
import { SignInFields } from './SignInFields.tsx'
import styles from './KeyFields.module.css'

type KeyFieldsProps = {
  /** Where the policy for its user is: `on the tab …`. */
  policyPlace: string
}

const Advice = ({ policyPlace }: KeyFieldsProps) => (
  <Alert type="info" header="Make a user for the console, and take its key">
    <ol className={styles['list']}>
      <li>
        In the cloud’s own console open Identity and Access Management (IAM) and create a user for programmatic access
        only, for example <span className="mono">vpn-console</span>.
      </li>
      <li>Give its group the policy {policyPlace}: only what the console needs.</li>
      <li>Create an access key for that user, and enter it here. Its secret half is shown once, in a file.</li>
    </ol>
    Do not use a key of the account’s owner. It may do everything in the account, billing and people included, and
    cannot be held back; a user of its own can be, and its key can be taken away without harm to anybody else.
  </Alert>
)

const KeyPair = ({ isTemporary }: { isTemporary: boolean }) => (
  <>
    <InputField<KeyValues> name="ak" label="Access key id (AK)" />
    <HiddenField<KeyValues> name="sk" label="Secret access key (SK)" what="secret access key" />
    {isTemporary && (
      <HiddenField<KeyValues>
        name="securityToken"
        label="Security token"
        what="security token"
        description="The long text that came with the temporary key."
      />
    )}
  </>
)

/** What the console proves itself with. The same for a new account and for new keys of one. */
export const KeyFields = (props: KeyFieldsProps) => {
  const { watch, clearErrors } = useFormContext<KeyValues>()
  const kind = watch('kind')
  return (
    <>
      <Advice {...props} />
      <RadioField<KeyValues>
        name="kind"
        label="Kind"
        onPick={() => clearErrors()}
        options={[
          {
            value: 'access-key',
            label: 'Access key (AK/SK)',
            description: 'The usual one: it stays good until somebody takes it away.',
          },
          {
            value: 'temporary',
            label: 'Temporary access key',
            description:
              'With a security token. It ends within a day at the latest, and the account rests until another is entered.',
          },
          {
            value: 'password',
            label: 'User name and password',
            description: 'The console signs in and gets tokens. For accounts that allow no access keys.',
          },
        ]}
      />
      {kind === 'password' ? <SignInFields /> : <KeyPair isTemporary={kind === 'temporary'} />}
    </>
  )
}
