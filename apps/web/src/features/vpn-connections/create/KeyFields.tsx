import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { laterWords } from '../fields/effects.ts'
import { PreSharedKeyField } from '../fields/PreSharedKeyField.tsx'
import type { ConnectionFormValues } from './connection-form.ts'

type KeyFieldsProps = { isGm: boolean; isPair: boolean; isSameKey: boolean; ikeVersion: string }

const advice = 'The customer device needs the same key. Copy it now: it cannot be read back later.'

/** The pre-shared key, for both tunnels or for each; a GM gateway has certificates instead. */
export const KeyFields = ({ isGm, isPair, isSameKey, ikeVersion }: KeyFieldsProps) => {
  if (isGm) return <Alert type="info">A GM gateway uses certificates, and no pre-shared key.</Alert>
  const areTwo = isPair && !isSameKey
  return (
    <SpaceBetween size="m">
      <PreSharedKeyField<ConnectionFormValues>
        name="tunnels.0.psk"
        label={areTwo ? 'Pre-shared key of tunnel 1' : 'Pre-shared key'}
        description={advice}
        constraint={laterWords('psk', ikeVersion)}
      />
      {areTwo && <PreSharedKeyField<ConnectionFormValues> name="tunnels.1.psk" label="Pre-shared key of tunnel 2" />}
      {isPair && <CheckboxField<ConnectionFormValues> name="isSameKey" label="Use the same key for both tunnels" />}
    </SpaceBetween>
  )
}
