import Input from '@cloudscape-design/components/input'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FormProvider } from 'react-hook-form'
import { ownCall } from '../../api/console-call.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { fieldErrors } from '../../ui/form/field-errors.ts'
import { useDraftForm } from '../../ui/form/use-draft-form.ts'
import { FormError } from '../../ui/FormError.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'
import { newPasswordForm, type NewPasswordValues } from './password-form.ts'

type LinkFormProps = {
  token: string
  userName: string
  onDone: () => void
  /** The link was used or withdrawn while it was open here. */
  onWrong: (error: unknown) => boolean
}

/** The password that a link lets somebody choose. */
export const LinkForm = ({ token, userName, onDone, onWrong }: LinkFormProps) => {
  const schema = useMemo(() => newPasswordForm(userName), [userName])
  const form = useDraftForm<NewPasswordValues>({ schema, defaultValues: { password: '', passwordAgain: '' } })
  const set = useMutation({
    // What was sent are a password and the link: they are forgotten with the answer.
    gcTime: 0,
    mutationFn: ({ password }: NewPasswordValues) => ownCall('useLink', { body: { token, password } }),
    onSuccess: onDone,
    onError: (error) => {
      if (onWrong(error)) return
      for (const { field, message } of fieldErrors<NewPasswordValues>(error, { password: 'password' })) {
        form.setError(field, { type: 'server', message })
      }
    },
  })
  const send = (values: NewPasswordValues) => {
    if (!set.isPending) set.mutate(values)
  }
  return (
    <FormProvider {...form}>
      <form noValidate onSubmit={(event) => void form.handleSubmit(send)(event)}>
        <SpaceBetween size="m">
          <FormField label="User name">
            <Input value={userName} name="username" autoComplete="username" readOnly />
          </FormField>
          <NewPasswordFields userName={userName} />
          {set.error !== null && !set.isPending && <FormError title="The password was not set" error={set.error} />}
          <ActionButton submit variant="primary" loading={set.isPending} loadingText="Setting the password">
            Set password
          </ActionButton>
        </SpaceBetween>
      </form>
    </FormProvider>
  )
}
