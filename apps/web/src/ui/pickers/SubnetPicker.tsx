import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { subnetList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { ObjectPicker, type PickerFieldProps } from './ObjectPicker.tsx'

type SubnetPickerProps<V extends FieldValues> = PickerFieldProps<V> & {
  /** Empty until a VPC is chosen. */
  vpcId: string
}

export const SubnetPicker = <V extends FieldValues>({ vpcId, ...props }: SubnetPickerProps<V>) => {
  const list = useQuery({ ...subnetList(useCloudId(), vpcId), enabled: vpcId !== '' })
  const options = (list.data ?? []).map(({ id, name, cidr, cidr_v6, available_ip_address_count: free }) => ({
    value: id,
    label: name ?? id,
    description: [cidr, cidr_v6, free === undefined ? undefined : `${free} free addresses`].filter(Boolean).join(' · '),
  }))
  return (
    <ObjectPicker
      {...props}
      many="subnets"
      list={list}
      options={options}
      disabled={props.disabled ?? vpcId === ''}
      constraint={vpcId === '' ? 'Choose the VPC first.' : props.constraint}
    />
  )
}
