import ColumnLayout from '@cloudscape-design/components/column-layout'
import { InputField } from '../../../ui/form/InputField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import type { SecurityFormValues } from './security-form.ts'
import { useSecurityNotes } from './use-security-notes.ts'

const orders = [
  { value: 'seq-hash-notify', label: 'Hash, then notify' },
  { value: 'seq-notify-hash', label: 'Notify, then hash' },
]

/** Dead peer detection: how an end finds out that the other has gone. */
export const DpdFields = ({ isExisting }: { isExisting: boolean }) => {
  const notes = useSecurityNotes(isExisting)
  return (
    <ColumnLayout columns={3}>
      <InputField<SecurityFormValues>
        name="ikepolicy.dpd.interval"
        label="DPD interval"
        description="Silence before the peer is asked whether it is there."
        inputMode="numeric"
        {...notes('ikepolicy.dpd.interval', 'Seconds, 10 to 3600.')}
      />
      <InputField<SecurityFormValues>
        name="ikepolicy.dpd.timeout"
        label="DPD timeout"
        description="Wait for an answer before asking again."
        inputMode="numeric"
        {...notes('ikepolicy.dpd.timeout', 'Seconds, 2 to 60.')}
      />
      <SelectField<SecurityFormValues>
        name="ikepolicy.dpd.msg"
        label="DPD payload order"
        description="With IKEv1 both ends need the same."
        options={orders}
        {...notes('ikepolicy.dpd.msg')}
      />
    </ColumnLayout>
  )
}
