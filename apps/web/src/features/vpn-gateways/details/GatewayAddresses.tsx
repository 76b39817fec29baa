import type { Eip, VpnGateway } from '@vpn-console/api-client'
import { CopyableId } from '../../../ui/CopyableId.tsx'
import type { KeyValue } from '../../../ui/KeyValues.tsx'
import { chargeWords, slotNames } from '../gateway-detail-words.ts'
import styles from './Overview.module.css'

const EipValue = ({ eip, what }: { eip: Eip | undefined; what: string }) => {
  if (!eip) return <>Shown when the gateway runs</>
  return (
    <>
      {eip.ip_address === undefined ? '–' : <CopyableId value={eip.ip_address} what={what} />}
      <div className={styles['quiet']}>{chargeWords(eip)}</div>
      <div className={styles['quiet']}>
        <CopyableId value={eip.id} what={`the id of ${what}`} />
      </div>
    </>
  )
}

const PrivateValue = ({ address, what }: { address: string | undefined; what: string }) =>
  address === undefined ? <>Shown when the gateway runs</> : <CopyableId value={address} what={what} />

/** The two addresses that tunnels end at, with what they carry and how they are paid for. */
export const gatewayAddressItems = (gateway: VpnGateway): readonly KeyValue[] => {
  const isPublic = gateway.network_type === 'public'
  const ends = [
    { eip: gateway.eip1, address: gateway.access_private_ip_1 },
    { eip: gateway.eip2, address: gateway.access_private_ip_2 },
  ]
  return slotNames(gateway).map((label, index) => {
    const end = ends[index]
    const what = `${label} of ${gateway.name}`
    return {
      label,
      value: isPublic ? <EipValue eip={end?.eip} what={what} /> : <PrivateValue address={end?.address} what={what} />,
    }
  })
}
