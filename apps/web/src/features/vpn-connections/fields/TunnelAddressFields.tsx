import ColumnLayout from '@cloudscape-design/components/column-layout'
import type { FieldPath, FieldValues } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'

type TunnelAddressFieldsProps<V extends FieldValues> = {
  localName: FieldPath<V>
  peerName: FieldPath<V>
  /** Which tunnel, where there are two: ` of tunnel 1`. */
  suffix?: string
  warnings?: Readonly<Record<string, string>>
}

/** The two inner addresses of a routed tunnel. */
export const TunnelAddressFields = <V extends FieldValues>(props: TunnelAddressFieldsProps<V>) => {
  const { localName, peerName, suffix = '', warnings = {} } = props
  return (
    <ColumnLayout columns={2}>
      <InputField<V>
        name={localName}
        label={`Local tunnel address${suffix}`}
        description="On the gateway."
        placeholder="169.254.56.225/30"
        warning={warnings[localName]}
      />
      <InputField<V>
        name={peerName}
        label={`Peer tunnel address${suffix}`}
        description="On the customer device."
        placeholder="169.254.56.226/30"
        warning={warnings[peerName]}
      />
    </ColumnLayout>
  )
}
