import type { ReactNode } from 'react'
import type { FieldPath, FieldValues } from 'react-hook-form'
import { TextareaField } from '../../../ui/form/TextareaField.tsx'

type PeerSubnetsFieldProps<V extends FieldValues> = {
  name: FieldPath<V>
  isIpv6: boolean
  description?: ReactNode
  /** When a change of it acts. */
  effect?: string
}

/** The networks behind the customer device. */
export const PeerSubnetsField = <V extends FieldValues>({
  name,
  isIpv6,
  description,
  effect,
}: PeerSubnetsFieldProps<V>) => (
  <TextareaField<V>
    name={name}
    label={isIpv6 ? 'Peer subnets (IPv6)' : 'Peer subnets'}
    description={description ?? 'The networks behind the customer gateway.'}
    constraint={`One ${isIpv6 ? 'IPv6' : 'IPv4'} block a line, at most 50.${effect === undefined ? '' : ` ${effect}`}`}
    placeholder={isIpv6 ? '2001:db8:1::/64' : '192.168.0.0/24'}
    rows={3}
  />
)
