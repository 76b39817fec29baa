import type { Publicip } from '@vpn-console/api-client'
import { useQuery } from '@tanstack/react-query'
import type { FieldValues } from 'react-hook-form'
import { eipList } from '../../api/lists.ts'
import { useCloudId } from '../../api/operation-query.ts'
import { ObjectPicker, type PickerFieldProps } from './ObjectPicker.tsx'

type EipPickerProps<V extends FieldValues> = PickerFieldProps<V> & {
  /** Ids that are chosen elsewhere on the form, with the reason. */
  taken?: Readonly<Record<string, string>>
}

/** Why an EIP cannot be bound; undefined where it can. */
export const eipRefuses = ({ status, port_id }: Publicip): string | undefined => {
  if (status === 'FREEZED') return 'Frozen'
  return status === 'DOWN' && !port_id ? undefined : 'In use'
}

export const EipPicker = <V extends FieldValues>({ taken, ...props }: EipPickerProps<V>) => {
  const list = useQuery(eipList(useCloudId()))
  const options = (list.data ?? []).map((eip) => {
    const reason = taken?.[eip.id] ?? eipRefuses(eip)
    const size = eip.bandwidth_size === undefined ? undefined : `${eip.bandwidth_size} Mbit/s`
    return {
      value: eip.id,
      label: eip.public_ip_address ?? eip.public_ipv6_address ?? eip.id,
      description: [eip.alias, eip.type, size].filter(Boolean).join(' · '),
      disabled: reason !== undefined,
      ...(reason !== undefined && { disabledReason: reason }),
    }
  })
  return <ObjectPicker {...props} many="EIPs" list={list} options={options} />
}
