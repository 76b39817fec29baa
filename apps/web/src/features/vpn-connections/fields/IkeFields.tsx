import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useFormContext, useWatch } from 'react-hook-form'
import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { DpdFields } from './DpdFields.tsx'
import { GmSettings } from './GmSettings.tsx'
import { IdFields } from './IdFields.tsx'
import type { SecurityFormValues } from './security-form.ts'
import { authenticationChoices, dhGroupChoices, encryptionChoices } from './security-words.ts'
import { useSecurityNotes } from './use-security-notes.ts'

type IkeFieldsProps = {
  isGm: boolean
  /** The connection exists: each field says when a change of it acts. */
  isExisting?: boolean
  /** What an id of the kind "IP address" is where none is given. */
  localAddress?: string | undefined
  peerAddress?: string | undefined
}

const versions = [
  { value: 'v2', label: 'IKEv2' },
  { value: 'v1', label: 'IKEv1' },
]

const modes = [
  { value: 'main', label: 'Main', description: 'Hides the identities' },
  { value: 'aggressive', label: 'Aggressive', description: 'For a customer device whose address changes' },
]

const lifetimeRange = 'Seconds, 60 to 604800.'

/** Phase 1 of a form that has `ikepolicy` and `ipsecpolicy`. */
export const IkeFields = ({ isGm, isExisting = false, localAddress, peerAddress }: IkeFieldsProps) => {
  const { control } = useFormContext<SecurityFormValues>()
  const version = useWatch({ control, name: 'ikepolicy.ike_version' })
  const notes = useSecurityNotes(isExisting)
  const lifetime = (
    <InputField<SecurityFormValues>
      name="ikepolicy.lifetime_seconds"
      label="IKE SA lifetime"
      inputMode="numeric"
      {...notes('ikepolicy.lifetime_seconds', lifetimeRange)}
    />
  )

  if (isGm) {
    return (
      <SpaceBetween size="l">
        <GmSettings
          items={[
            { label: 'IKE version', value: 'IKEv1' },
            { label: 'Negotiation mode', value: 'Main' },
            { label: 'IKE encryption algorithm', value: 'SM4' },
            { label: 'IKE authentication algorithm', value: 'SM3' },
            { label: 'Authentication method', value: 'Digital envelope v2' },
          ]}
        />
        <ColumnLayout columns={2}>{lifetime}</ColumnLayout>
        <DpdFields isExisting={isExisting} />
      </SpaceBetween>
    )
  }

  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={2}>
        <SelectField<SecurityFormValues>
          name="ikepolicy.ike_version"
          label="IKE version"
          description="IKEv1 is for devices that know nothing else."
          options={versions}
          {...notes('ikepolicy.ike_version')}
        />
        {version === 'v1' && (
          <RadioField<SecurityFormValues>
            name="ikepolicy.phase1_negotiation_mode"
            label="Negotiation mode"
            options={modes}
            {...notes('ikepolicy.phase1_negotiation_mode')}
          />
        )}
      </ColumnLayout>
      <ColumnLayout columns={2}>
        <SelectField<SecurityFormValues>
          name="ikepolicy.encryption_algorithm"
          label="IKE encryption algorithm"
          options={encryptionChoices}
          {...notes('ikepolicy.encryption_algorithm')}
        />
        <SelectField<SecurityFormValues>
          name="ikepolicy.authentication_algorithm"
          label="IKE authentication algorithm"
          options={authenticationChoices}
          {...notes('ikepolicy.authentication_algorithm')}
        />
        <SelectField<SecurityFormValues>
          name="ikepolicy.dh_group"
          label="DH group"
          options={dhGroupChoices}
          {...notes('ikepolicy.dh_group')}
        />
        {lifetime}
      </ColumnLayout>
      <IdFields isExisting={isExisting} localAddress={localAddress} peerAddress={peerAddress} />
      <DpdFields isExisting={isExisting} />
    </SpaceBetween>
  )
}
