import { gatewayRefuses, type VpnGateway } from '@vpn-console/api-client'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { paths } from '../../../paths.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import { EipValue } from '../../../ui/EipValue.tsx'
import type { KeyValue } from '../../../ui/KeyValues.tsx'
import { slotWords } from '../eips/eip-words.ts'
import { slotNames } from '../gateway-detail-words.ts'
import styles from './Overview.module.css'

const soon = 'Shown when the gateway runs'

const PublicEnd = ({ gateway, slot, label }: { gateway: VpnGateway; slot: 1 | 2; label: string }) => {
  const cloudId = useCloudId()
  const denied = useDenied()
  const eip = slot === 1 ? gateway.eip1 : gateway.eip2
  if (!eip && gateway.status === 'PENDING_CREATE') return <>{soon}</>
  return (
    <>
      {eip ? <EipValue eip={eip} what={`${label} of ${gateway.name}`} /> : 'No EIP is bound: no tunnel can end here.'}
      <div className={styles['action']}>
        <ActionButton
          variant="inline-link"
          to={paths.vpnGatewayEip({ cloudId, gatewayId: gateway.id, slot })}
          disabledReason={denied('updateVgw') ?? gatewayRefuses('update', gateway)}
        >
          {`${eip ? 'Exchange' : 'Bind'} ${slotWords(gateway, slot)}`}
        </ActionButton>
      </div>
    </>
  )
}

const PrivateEnd = ({ address, what }: { address: string | undefined; what: string }) =>
  address === undefined ? <>{soon}</> : <CopyableId value={address} what={what} />

/** The two addresses that tunnels end at, with what they carry and how they are paid for. */
export const gatewayAddressItems = (gateway: VpnGateway): readonly KeyValue[] => {
  const [first, second] = slotNames(gateway)
  const itemOf = (slot: 1 | 2, label: string, address: string | undefined) => ({
    label,
    value:
      gateway.network_type === 'public' ? (
        <PublicEnd gateway={gateway} slot={slot} label={label} />
      ) : (
        <PrivateEnd address={address} what={`${label} of ${gateway.name}`} />
      ),
  })
  return [itemOf(1, first, gateway.access_private_ip_1), itemOf(2, second, gateway.access_private_ip_2)]
}
