import type { Eip } from '@vpn-console/api-client'

const charged: Record<string, string> = { bandwidth: 'billed by bandwidth', traffic: 'billed by traffic' }

/** What an EIP carries and how it is paid for: `10 Mbit/s, billed by traffic`. */
export const chargeWords = (eip: Eip): string => {
  const { bandwidth_size, bandwidth_name, charge_mode, share_type, ip_billing_info } = eip
  const isShared = share_type === 'WHOLE'
  const parts = [
    bandwidth_size === undefined ? undefined : `${bandwidth_size} Mbit/s`,
    isShared ? `shared bandwidth ${bandwidth_name ?? ''}`.trim() : undefined,
    charge_mode === undefined ? undefined : (charged[charge_mode] ?? charge_mode),
    ip_billing_info === undefined || ip_billing_info === '' ? undefined : 'yearly/monthly',
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
