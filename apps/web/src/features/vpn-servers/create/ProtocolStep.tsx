import { CheckboxField } from '../../../ui/form/CheckboxField.tsx'
import { DnsFields } from '../fields/DnsFields.tsx'
import { ProtocolFields } from '../fields/ProtocolFields.tsx'
import type { ServerFormValues } from './server-form.ts'

/** How clients talk to the server. */
export const ProtocolStep = () => (
  <>
    <ProtocolFields />
    <CheckboxField<ServerFormValues>
      name="isCompressed"
      label="Compress traffic"
      description="Can only be chosen now. What is compressed before it is encrypted can tell something of its content: leave it off unless old clients need it."
    />
    <DnsFields />
  </>
)
