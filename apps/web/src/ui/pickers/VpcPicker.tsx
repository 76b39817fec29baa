import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { vpcList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { ObjectPicker, type PickerFieldProps } from './ObjectPicker.tsx'

export const VpcPicker = <V extends FieldValues>(props: PickerFieldProps<V>) => {
  const list = useQuery(vpcList(useCloudId()))
  const options = (list.data ?? []).map(({ id, name, cidr }) => ({
    value: id,
    label: name ?? id,
    description: cidr ? `${cidr} · ${id}` : id,
  }))
  return <ObjectPicker {...props} many="VPCs" list={list} options={options} />
}
