import type { VpnUser } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useId, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { isAnswerLost } from '../../api/client.ts'
import { useOperation } from '../../api/operation-query.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { FormError } from '../../ui/FormError.tsx'
import { PasswordFields } from './PasswordFields.tsx'
import { passwordForm, resetErrors, type PasswordValues } from './user-form.ts'
import { UserCredentials } from './UserCredentials.tsx'

type ResetPasswordProps = { serverId: string; user: VpnUser; onClose: () => void }

type FormProps = ResetPasswordProps & { formId: string; onPending: (isPending: boolean) => void }

/** The new password, until it is set. */
const ResetForm = ({
  serverId,
  user: { id, name },
  formId,
  onPending,
  onDone,
}: FormProps & { onDone: (password: string) => void }) => {
  const [generated, setGenerated] = useState<string>()
  const form = useDraftForm<PasswordValues>({
    schema: passwordForm(name, () => generated),
    defaultValues: { password: '', passwordAgain: '' },
  })
  const reset = useOperation('resetVpnUserPassword')

  const send = ({ password }: PasswordValues) => {
    if (reset.isPending) return
    onPending(true)
    reset.mutate(
      { params: { vpn_server_id: serverId, user_id: id }, body: { new_password: password } },
      {
        onSuccess: () => onDone(password),
        onError: (error) => {
          for (const { field, message } of resetErrors(error)) form.setError(field, { type: 'server', message })
        },
        onSettled: () => onPending(false),
      },
    )
  }

  return (
    <FormProvider {...form}>
      <form id={formId} noValidate onSubmit={(event) => void form.handleSubmit(send)(event)}>
        <SpaceBetween size="m">
          <Box>
            The old password of {name} ends with it. The cloud refuses the last five passwords of a user, those that are
            the user name forwards or backwards, and those that are easy to guess.
          </Box>
          <PasswordFields label="New password" userName={name} generated={generated} onGenerate={setGenerated} />
          {reset.error !== null && !reset.isPending && (
            <FormError title={`The password of ${name} was not reset`} error={reset.error} />
          )}
          {isAnswerLost(reset.error) && (
            <Box>
              The answer was lost, so the new password may be set all the same: then it counts as used. Send another one
              to be sure.
            </Box>
          )}
        </SpaceBetween>
      </form>
    </FormProvider>
  )
}

/** Sets a new password, and shows it once for copying. It lives only in this dialog. */
export const ResetPassword = (props: ResetPasswordProps) => {
  const { serverId, user, onClose } = props
  const formId = useId()
  const [isPending, setPending] = useState(false)
  const [password, setPassword] = useState<string>()
  const isDone = password !== undefined
  return (
    <Modal
      visible
      size="large"
      header={isDone ? `The password of ${user.name} was reset` : `Reset the password of ${user.name}`}
      closeAriaLabel="Close"
      onDismiss={({ detail }) => {
        // A click beside it must not take away the only sight of the password.
        if (detail.reason !== 'overlay') onClose()
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant={isDone ? 'primary' : 'link'} onClick={onClose}>
              {isDone ? 'Done' : 'Cancel'}
            </Button>
            {!isDone && (
              <Button
                variant="primary"
                formAction="submit"
                nativeButtonAttributes={{ form: formId }}
                loading={isPending}
                loadingText="Sending"
              >
                Reset the password of {user.name}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      {isDone ? (
        <UserCredentials serverId={serverId} name={user.name} password={password} />
      ) : (
        <ResetForm {...props} formId={formId} onPending={setPending} onDone={setPassword} />
      )}
    </Modal>
  )
}
