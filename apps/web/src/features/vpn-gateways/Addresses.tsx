import type { VpnGateway } from '@vpn-console/api-client'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { TwoLines } from '../../ui/TwoLines.tsx'
import { gatewayAddresses, networkTypeWords } from './gateway-words.ts'

/** The addresses that a gateway's tunnels end at, one below the other; the network is named where it is not the usual. */
export const Addresses = ({ gateway }: { gateway: VpnGateway }) => {
  const addresses = gatewayAddresses(gateway)
  const network = networkTypeWords(gateway)
  if (addresses.length === 0) return <TwoLines first="–" second={network} />
  return (
    <TwoLines
      first={addresses.map((address, index) => (
        <div key={address}>
          <CopyableId value={address} what={`address ${index + 1} of ${gateway.name}`} />
        </div>
      ))}
      second={gateway.network_type === 'public' ? undefined : network}
    />
  )
}
