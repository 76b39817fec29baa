import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InputField } from '../../../ui/form/InputField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { GmSettings } from './GmSettings.tsx'
import type { SecurityFormValues } from './security-form.ts'
import { authenticationChoices, encryptionChoices, pfsChoices } from './security-words.ts'
import { useSecurityNotes } from './use-security-notes.ts'

type IpsecFieldsProps = { isGm: boolean; isExisting?: boolean }

/** Phase 2 of a form that has `ikepolicy` and `ipsecpolicy`. Transport is always ESP in tunnel mode. */
export const IpsecFields = ({ isGm, isExisting = false }: IpsecFieldsProps) => {
  const notes = useSecurityNotes(isExisting)
  const lifetime = (
    <InputField<SecurityFormValues>
      name="ipsecpolicy.lifetime_seconds"
      label="IPsec SA lifetime"
      inputMode="numeric"
      {...notes('ipsecpolicy.lifetime_seconds', 'Seconds, 30 to 604800.')}
    />
  )

  if (isGm) {
    return (
      <SpaceBetween size="l">
        <GmSettings
          items={[
            { label: 'IPsec encryption algorithm', value: 'SM4' },
            { label: 'IPsec authentication algorithm', value: 'SM3' },
            { label: 'Transport', value: 'ESP in tunnel mode' },
          ]}
        />
        <ColumnLayout columns={2}>{lifetime}</ColumnLayout>
      </SpaceBetween>
    )
  }

  return (
    <ColumnLayout columns={2}>
      <SelectField<SecurityFormValues>
        name="ipsecpolicy.encryption_algorithm"
        label="IPsec encryption algorithm"
        options={encryptionChoices}
        {...notes('ipsecpolicy.encryption_algorithm')}
      />
      <SelectField<SecurityFormValues>
        name="ipsecpolicy.authentication_algorithm"
        label="IPsec authentication algorithm"
        options={authenticationChoices}
        {...notes('ipsecpolicy.authentication_algorithm')}
      />
      <SelectField<SecurityFormValues>
        name="ipsecpolicy.pfs"
        label="PFS"
        description="A DH group for fresh keys in phase 2."
        options={pfsChoices}
        {...notes('ipsecpolicy.pfs')}
      />
      {lifetime}
    </ColumnLayout>
  )
}
