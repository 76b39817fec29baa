import ColumnLayout from '@cloudscape-design/components/column-layout'
import { useFormContext, useWatch } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import type { SecurityFormValues } from './security-form.ts'
import { useSecurityNotes } from './use-security-notes.ts'

type IdFieldsProps = { isExisting: boolean; localAddress?: string | undefined; peerAddress?: string | undefined }

const types = [
  { value: 'ip', label: 'IP address' },
  { value: 'fqdn', label: 'Name (FQDN)' },
]

const hint = (type: string, address: string | undefined) =>
  type === 'fqdn' ? 'vpn.lyon.example' : (address ?? 'The address of this end')

/** What the two ends call themselves in phase 1. */
export const IdFields = ({ isExisting, localAddress, peerAddress }: IdFieldsProps) => {
  const { control } = useFormContext<SecurityFormValues>()
  const [localType, peerType] = useWatch({ control, name: ['ikepolicy.local_id_type', 'ikepolicy.peer_id_type'] })
  const notes = useSecurityNotes(isExisting)
  return (
    <ColumnLayout columns={2}>
      <SelectField<SecurityFormValues>
        name="ikepolicy.local_id_type"
        label="Local ID type"
        description="How the gateway names itself."
        options={types}
        {...notes('ikepolicy.local_id_type')}
      />
      <InputField<SecurityFormValues>
        name="ikepolicy.local_id"
        label="Local ID"
        description="The customer device has it as its peer ID."
        isOptional={localType === 'ip'}
        placeholder={hint(localType, localAddress)}
        {...notes('ikepolicy.local_id')}
      />
      <SelectField<SecurityFormValues>
        name="ikepolicy.peer_id_type"
        label="Peer ID type"
        description="How the customer device names itself."
        options={types}
        {...notes('ikepolicy.peer_id_type')}
      />
      <InputField<SecurityFormValues>
        name="ikepolicy.peer_id"
        label="Peer ID"
        description="The customer device has it as its local ID."
        isOptional={peerType === 'ip'}
        placeholder={hint(peerType, peerAddress)}
        {...notes('ikepolicy.peer_id')}
      />
    </ColumnLayout>
  )
}
