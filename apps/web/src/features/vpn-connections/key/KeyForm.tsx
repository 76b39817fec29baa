import type { VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { StatusBadge } from '../../../ui/StatusBadge.tsx'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { Field } from '../../../ui/form/Field.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { useDraftForm } from '../../../ui/form/use-draft-form.ts'
import { PreSharedKeyField } from '../fields/PreSharedKeyField.tsx'
import { keyForm, needsReset, type KeyFormValues } from './key-form.ts'
import styles from './KeyForm.module.css'
import { orderWords } from './key-words.ts'

type KeyFormProps = {
  /** The connection, and the other tunnel of its pair where it has one. */
  tunnels: readonly VpnConnection[]
  customerGatewayName: string
  disabledReason: string | undefined
  cancelTo: string
  onSend: (tunnels: VpnConnection[], psk: string, resets: boolean) => void
}

/** Asks for the new key, and tells beforehand what will happen with it. */
export const KeyForm = ({ tunnels, customerGatewayName, disabledReason, cancelTo, onSend }: KeyFormProps) => {
  const [generated, setGenerated] = useState<string>()
  const form = useDraftForm<KeyFormValues>({
    schema: keyForm(() => generated),
    defaultValues: {
      tunnels: tunnels.map(({ id }) => id),
      psk: '',
      pskAgain: '',
      resetsNow: tunnels.some(needsReset),
    },
  })
  const [ids, psk, resetsNow] = form.watch(['tunnels', 'psk', 'resetsNow'])
  const chosen = tunnels.filter(({ id }) => ids.includes(id))
  const mustReset = chosen.some(needsReset)
  const resets = mustReset || resetsNow
  const names = new Intl.ListFormat('en').format(chosen.map(({ name }) => name))

  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => onSend(chosen, values.psk, resets))(event)}
      >
        <SpaceBetween size="l">
          <Alert type="info" header="What will happen, in this order">
            <ol className={styles['order']}>
              {orderWords(chosen, customerGatewayName, resets).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ol>
          </Alert>
          <Container header={<Header variant="h2">New key</Header>}>
            <SpaceBetween size="l">
              <Field<KeyFormValues>
                name="tunnels"
                label={tunnels.length > 1 ? 'Tunnels of the pair' : 'Tunnel'}
                description={
                  tunnels.length > 1
                    ? 'The customer device may have one key for both: then change both. Each keeps its own key otherwise.'
                    : 'It has no pair: its traffic stops while it is reset.'
                }
                isWide
              >
                {({ field }) => (
                  <SpaceBetween size="xs">
                    {tunnels.map(({ id, name, status }) => (
                      <Checkbox
                        key={id}
                        checked={ids.includes(id)}
                        onChange={({ detail }) =>
                          field.onChange(detail.checked ? [...ids, id] : ids.filter((one) => one !== id))
                        }
                        description={<StatusBadge of="connection" id={id} status={status} />}
                      >
                        {name}
                      </Checkbox>
                    ))}
                  </SpaceBetween>
                )}
              </Field>
              <PreSharedKeyField<KeyFormValues>
                name="psk"
                label="New pre-shared key"
                description="It is sent to the cloud and kept nowhere else: copy it for the customer device. Nobody can read it back later."
                onGenerate={(made) => {
                  setGenerated(made)
                  form.setValue('pskAgain', '')
                  form.clearErrors('pskAgain')
                }}
              />
              {(psk === '' || psk !== generated) && (
                <InputField<KeyFormValues>
                  name="pskAgain"
                  label="The same key again"
                  description="A slip of the finger would show only when the tunnel does not come up."
                  type="password"
                />
              )}
              {!mustReset && (
                <CheckboxField<KeyFormValues>
                  name="resetsNow"
                  label="Reset afterwards, so that the new key acts at once"
                  description="With IKEv1 it acts by itself at the next negotiation; until then nobody knows whether both ends have the same."
                />
              )}
            </SpaceBetween>
          </Container>
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton variant="link" to={cancelTo}>
              Cancel
            </ActionButton>
            <ActionButton submit variant="primary" disabledReason={disabledReason}>
              {chosen.length === 0 ? 'Change the key' : `Change the key of ${names}`}
            </ActionButton>
          </SpaceBetween>
        </SpaceBetween>
      </form>
    </FormProvider>
  )
}
