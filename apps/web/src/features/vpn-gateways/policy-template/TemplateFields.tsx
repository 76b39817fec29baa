import ColumnLayout from '@cloudscape-design/components/column-layout'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { InputField } from '../../../ui/form/InputField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import type { TemplateValues } from './template-form.ts'
import { authenticationChoices, encryptionChoices, groupChoices } from './template-words.ts'

/** Both policies of a template. What each device agrees on is negotiated anew, one after the other. */
export const TemplateFields = () => (
  <SpaceBetween size="l">
    <Header variant="h2" description="How a device and the gateway come to trust each other (phase 1).">
      IKE policy
    </Header>
    <ColumnLayout columns={2}>
      <SelectField<TemplateValues>
        name="ike_policy.encryption_algorithm"
        label="IKE encryption algorithm"
        options={encryptionChoices}
      />
      <SelectField<TemplateValues>
        name="ike_policy.authentication_algorithm"
        label="IKE authentication algorithm"
        options={authenticationChoices}
      />
      <SelectField<TemplateValues> name="ike_policy.dh_group" label="DH group" options={groupChoices} />
      <InputField<TemplateValues>
        name="ike_policy.lifetime_seconds"
        label="IKE SA lifetime"
        constraint="Seconds, 60 to 604800."
        inputMode="numeric"
      />
    </ColumnLayout>
    <Header variant="h2" description="How the traffic itself is protected (phase 2).">
      IPsec policy
    </Header>
    <ColumnLayout columns={2}>
      <SelectField<TemplateValues>
        name="ipsec_policy.encryption_algorithm"
        label="IPsec encryption algorithm"
        options={encryptionChoices}
      />
      <SelectField<TemplateValues>
        name="ipsec_policy.authentication_algorithm"
        label="IPsec authentication algorithm"
        options={authenticationChoices}
      />
      <SelectField<TemplateValues>
        name="ipsec_policy.pfs"
        label="PFS"
        description="A DH group for fresh keys in phase 2."
        options={groupChoices}
      />
      <InputField<TemplateValues>
        name="ipsec_policy.lifetime_seconds"
        label="IPsec SA lifetime"
        constraint="Seconds, 30 to 604800."
        inputMode="numeric"
      />
    </ColumnLayout>
  </SpaceBetween>
)
