import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { enterpriseRouterList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { ObjectPicker, type PickerFieldProps } from './ObjectPicker.tsx'

export const EnterpriseRouterPicker = <V extends FieldValues>(props: PickerFieldProps<V>) => {
  const list = useQuery(enterpriseRouterList(useCloudId()))
  const options = (list.data ?? []).map(({ id, name, asn }) => ({
    value: id,
    label: name ?? id,
    description: asn === undefined ? id : `ASN ${asn} · ${id}`,
  }))
  return <ObjectPicker {...props} many="enterprise routers" list={list} options={options} />
}
