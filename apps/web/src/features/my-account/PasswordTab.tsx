import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { ownCall, renew } from '../../api/console-call.ts'
import { renewSession, useSession } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { FormError } from '../../ui/FormError.tsx'
import { showFlash } from '../../ui/flashes.ts'
import styles from './PasswordTab.module.css'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { passwordChangeForm, type PasswordChangeValues } from './password-form.ts'
import { PasswordInput } from './PasswordInput.tsx'

const empty: PasswordChangeValues = { oldPassword: '', password: '', passwordAgain: '' }
const secretFields = ['oldPassword']
const fields = { old_password: 'oldPassword', new_password: 'password' } as const

const othersWords = (count: number) =>
  count === 0
    ? 'You were signed in nowhere else.'
    : `You are signed out in ${count === 1 ? 'one other place' : `${count} other places`}.`

const ChangePassword = ({ userName }: { userName: string }) => {
  const schema = useMemo(() => passwordChangeForm(userName), [userName])
  const form = useDraftForm<PasswordChangeValues>({ schema, defaultValues: empty, secretFields })
  const change = useMutation({
    // What was sent are passwords: they are forgotten with the answer.
    gcTime: 0,
    mutationFn: ({ oldPassword, password }: PasswordChangeValues) =>
      ownCall('changeOwnPassword', { body: { old_password: oldPassword, new_password: password } }),
    onSuccess: async ({ ended }) => {
      form.reset(empty)
      showFlash({ type: 'success', content: `Your password is changed. ${othersWords(ended)}` })
      // The session has another id from now on, and with it another token for changes.
      await renewSession()
      await renew('listOwnSessions')
    },
    onError: (error) => {
      for (const { field, message } of fieldErrors<PasswordChangeValues>(error, fields)) {
        form.setError(field, { type: 'server', message })
      }
    },
  })
  const send = (values: PasswordChangeValues) => {
    if (!change.isPending) change.mutate(values)
  }
  return (
    <FormProvider {...form}>
      <form noValidate className={styles['form']} onSubmit={(event) => void form.handleSubmit(send)(event)}>
        <input type="text" name="username" autoComplete="username" value={userName} readOnly hidden />
        <SpaceBetween size="l">
          <PasswordInput<PasswordChangeValues> name="oldPassword" label="Your password now" fill="current-password" />
          <NewPasswordFields userName={userName} />
          {change.error !== null && !change.isPending && (
            <FormError title="Your password was not changed" error={change.error} />
          )}
          <ActionButton submit variant="primary" loading={change.isPending} loadingText="Changing">
            Change password
          </ActionButton>
        </SpaceBetween>
      </form>
    </FormProvider>
  )
}

/** One's own password: changed here, or told where else. */
export default function PasswordTab() {
  const { user } = useSession()
  return (
    <Container
      header={
        <Header variant="h2" description="Changing it signs you out everywhere but here.">
          Password
        </Header>
      }
    >
      {user.method === 'sso' ? (
        <Box>You sign in by the provider of your organization. Your password is changed there.</Box>
      ) : (
        <ChangePassword userName={user.name} />
      )}
    </Container>
  )
}
