import ColumnLayout from '@cloudscape-design/components/column-layout'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { CustomerGateway } from '@vpn-console/api-client'
import { CertificateField } from '../../../ui/form/CertificateField.tsx'
import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import type { Choice } from '../../../ui/form/SelectField.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { laterWords } from '../fields/effects.ts'
import type { ConnectionFormValues } from './connection-form.ts'
import { afterPeer } from './form-changes.ts'
import { useConnectionForm } from './use-connection-form.ts'

const origins = [
  { value: 'existing', label: 'An existing customer gateway' },
  { value: 'new', label: 'A new one, made together with the connection' },
]

const idTypes = [
  { value: 'ip', label: 'A fixed IP address' },
  { value: 'fqdn', label: 'A name (FQDN)', description: 'For a device whose address changes.' },
]

const noCertificate = 'It has no CA certificate, which a GM gateway needs.'

const customerGatewayChoice = (one: CustomerGateway, isGm: boolean): Choice => {
  const isUseless = isGm && !one.ca_certificate
  return {
    value: one.id,
    label: one.name,
    description: [one.id_value, one.bgp_asn === undefined ? undefined : `ASN ${one.bgp_asn}`]
      .filter(Boolean)
      .join(' · '),
    disabled: isUseless,
    ...(isUseless && { disabledReason: noCertificate }),
  }
}

/** The other end: one of the customer gateways, or a new one. */
export const CustomerGatewayFields = () => {
  const { form, values, facts, gateway, warnings, change } = useConnectionForm()
  const isGm = gateway?.flavor === 'GM'
  // What follows from the other end is worked out from how it was before the change.
  const follow = (changes: Parameters<typeof afterPeer>[1]) => change(afterPeer(values, changes, facts))
  const followNew = () => follow({ newCustomerGateway: form.getValues('newCustomerGateway') })
  const { id_type } = values.newCustomerGateway

  return (
    <SpaceBetween size="m">
      <RadioField<ConnectionFormValues>
        name="customerGateway"
        label="Customer device"
        options={origins}
        onPick={(value) => follow({ customerGateway: value === 'new' ? 'new' : 'existing' })}
      />
      {values.customerGateway === 'existing' ? (
        <ObjectPicker<ConnectionFormValues>
          name="cgw_id"
          label="Customer gateway"
          description="The customer device as the cloud knows it."
          constraint={laterWords('cgw_id')}
          many="customer gateways"
          list={facts.lists.customerGateways}
          options={facts.customerGateways
            .map((one) => customerGatewayChoice(one, isGm))
            .toSorted((a, b) => a.label.localeCompare(b.label))}
          warning={warnings['cgw_id']}
          onPick={(cgw_id) => follow({ cgw_id })}
        />
      ) : (
        <SpaceBetween size="m">
          <InputField<ConnectionFormValues>
            name="newCustomerGateway.name"
            label="Customer gateway name"
            placeholder="cgw-lyon"
            constraint="Letters, digits, underscores, hyphens and periods, at most 64."
            warning={warnings['newCustomerGateway.name']}
            onType={followNew}
          />
          <RadioField<ConnectionFormValues>
            name="newCustomerGateway.id_type"
            label="Identified by"
            options={idTypes}
            direction="horizontal"
            onPick={followNew}
          />
          <ColumnLayout columns={2}>
            <InputField<ConnectionFormValues>
              name="newCustomerGateway.id_value"
              label={id_type === 'ip' ? 'IP address' : 'FQDN'}
              placeholder={id_type === 'ip' ? '192.0.2.10' : 'vpn.lyon.example'}
              warning={warnings['newCustomerGateway.id_value']}
            />
            {id_type === 'ip' && (
              <InputField<ConnectionFormValues>
                name="newCustomerGateway.bgp_asn"
                label="BGP ASN"
                description="Needed for BGP only."
                placeholder="65000"
                inputMode="numeric"
                isOptional
              />
            )}
          </ColumnLayout>
          {isGm && (
            <CertificateField<ConnectionFormValues>
              name="newCustomerGateway.ca_certificate"
              label="CA certificate"
              description="A GM gateway knows the customer device by a certificate of this CA."
            />
          )}
        </SpaceBetween>
      )}
    </SpaceBetween>
  )
}
