import { bandwidthLimit } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import { operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { InputField } from '../../../ui/form/InputField.tsx'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { EipPicker } from '../../../ui/pickers/EipPicker.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import styles from './EipFields.module.css'
import type { GatewayFormValues } from './gateway-form.ts'
import { sharedBandwidthList } from '../gateway-queries.ts'
import { useGatewayForm } from './use-gateway-form.ts'

type Slot = 'eip1' | 'eip2'

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

const SharedBandwidth = ({ slot }: { slot: Slot }) => {
  const list = useQuery(sharedBandwidthList(useCloudId()))
  const options = (list.data ?? []).map(({ id, name, size }) => ({
    value: id,
    label: name ?? id,
    description: size === undefined ? id : `${size} Mbit/s · ${id}`,
  }))
  return (
    <ObjectPicker<GatewayFormValues>
      name={`${slot}.bandwidthId`}
      label="Shared bandwidth"
      description="Size and price are those of the shared bandwidth."
      many="shared bandwidths"
      list={list}
      options={options}
    />
  )
}

const NewEip = ({ slot, values }: { slot: Slot; values: GatewayFormValues }) => {
  const limit = bandwidthLimit(values.flavor)
  const lineTypes = useTypes()
  return (
    <>
      <SelectField<GatewayFormValues> name={`${slot}.type`} label="Line type" options={lineTypes} />
      <RadioField<GatewayFormValues>
        name={`${slot}.bandwidth`}
        label="Bandwidth"
        direction="horizontal"
        options={[
          { value: 'own', label: 'Its own' },
          { value: 'shared', label: 'A shared one' },
        ]}
      />
      {values[slot].bandwidth === 'shared' ? (
        <SharedBandwidth slot={slot} />
      ) : (
        <>
          <InputField<GatewayFormValues>
            name={`${slot}.bandwidthSize`}
            label="Size in Mbit/s"
            constraint={`1 to ${limit}: ${values.flavor} carries no more.`}
            inputMode="numeric"
          />
          <RadioField<GatewayFormValues>
            name={`${slot}.chargeMode`}
            label="Billed by"
            direction="horizontal"
            options={[
              { value: 'bandwidth', label: 'Bandwidth' },
              { value: 'traffic', label: 'Traffic' },
            ]}
          />
          <InputField<GatewayFormValues>
            name={`${slot}.bandwidthName`}
            label="Bandwidth name"
            isOptional
            placeholder="Made up by the service"
          />
        </>
      )}
    </>
  )
}

/** One of the two EIPs: ordered with the gateway, or one that is there and free. */
export const EipFields = ({ slot, title }: { slot: Slot; title: string }) => {
  const values = useGatewayForm().watch()
  const other = values[slot === 'eip1' ? 'eip2' : 'eip1']
  const taken = other.source === 'existing' && other.eipId !== '' ? { [other.eipId]: 'Chosen for the other one' } : {}
  return (
    <fieldset className={styles['eip']}>
      <legend className={styles['title']}>{title}</legend>
      <RadioField<GatewayFormValues>
        name={`${slot}.source`}
        label="Source"
        direction="horizontal"
        options={[
          { value: 'new', label: 'New EIP' },
          { value: 'existing', label: 'Existing EIP' },
        ]}
      />
      {values[slot].source === 'existing' ? (
        <EipPicker<GatewayFormValues>
          name={`${slot}.eipId`}
          label="EIP"
          description="A free one of this region."
          taken={taken}
        />
      ) : (
        <NewEip slot={slot} values={values} />
      )}
    </fieldset>
  )
}
