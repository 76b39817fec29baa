import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { EipPicker } from '../../../ui/pickers/EipPicker.tsx'
import type { P2cGatewayValues } from './p2c-form.ts'

const types = [
  { value: '5_bgp', label: 'Dynamic BGP', description: '5_bgp, the one to prefer where it is offered' },
  { value: '5_sbgp', label: 'Static BGP', description: '5_sbgp' },
  { value: '5_youxuanbgp', label: 'Premium BGP', description: '5_youxuanbgp' },
]

/** The line types, with those that the region does not offer disabled. */
const useTypes = () => {
  const { data } = useQuery(operationQuery(useCloudId(), 'listCommonPools', {}))
  const offered = data?.common_pools.map(({ name }) => name) ?? []
  return types.map((type) =>
    offered.length === 0 || offered.includes(type.value)
      ? type
      : { ...type, disabled: true, disabledReason: 'Not offered in this region.' },
  )
}

const NewEip = () => (
  <>
    <SelectField<P2cGatewayValues> name="eip.type" label="Line type" options={useTypes()} />
    <InputField<P2cGatewayValues>
      name="eip.bandwidthSize"
      label="Size in Mbit/s"
      constraint="1 to 300, for all clients together."
      inputMode="numeric"
    />
    <RadioField<P2cGatewayValues>
      name="eip.chargeMode"
      label="Billed by"
      direction="horizontal"
      options={[
        { value: 'bandwidth', label: 'Bandwidth' },
        { value: 'traffic', label: 'Traffic' },
      ]}
    />
    <InputField<P2cGatewayValues>
      name="eip.bandwidthName"
      label="Bandwidth name"
      isOptional
      placeholder="Made up by the service"
    />
  </>
)

/** Where clients connect to. */
export const AddressStep = () => {
  const source = useFormContext<P2cGatewayValues>().watch('eip.source')
  return (
    <>
      <RadioField<P2cGatewayValues>
        name="eip.source"
        label="Source"
        direction="horizontal"
        options={[
          { value: 'new', label: 'New EIP' },
          { value: 'existing', label: 'Existing EIP' },
        ]}
      />
      {source === 'existing' ? (
        <EipPicker<P2cGatewayValues>
          name="eip.eipId"
          label="EIP"
          description="A free one of this region, with a bandwidth of its own."
        />
      ) : (
        <NewEip />
      )}
    </>
  )
}
