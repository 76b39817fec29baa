import { InputField } from '../../../ui/form/InputField.tsx'

type Values = { dns1: string; dns2: string }

/** Up to two DNS servers that clients use while they are connected. */
export const DnsFields = () => (
  <>
    <InputField<Values>
      name="dns1"
      label="First DNS server"
      isOptional
      description="Clients ask it while they are connected, for example to find hosts of the VPC by name."
      placeholder="100.125.1.250"
    />
    <InputField<Values> name="dns2" label="Second DNS server" isOptional />
  </>
)
