import type { VpnConnection } from '@vpn-console/api-client'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { secondsWords, securityWords } from './fields/security-words.ts'

const words = (value: string | undefined) => (value === undefined ? '–' : securityWords(value))
const seconds = (value: number | undefined) => (value === undefined ? '–' : secondsWords(String(value)))

const payloadOrders: Record<string, string> = {
  'seq-hash-notify': 'Hash, then notify',
  'seq-notify-hash': 'Notify, then hash',
}

const methods: Record<string, string> = {
  'pre-share': 'Pre-shared key',
  'digital-envelope-v2': 'Digital envelope v2 (certificates)',
}

const encapsulations: Record<string, string> = { tunnel: 'Tunnel', transport: 'Transport' }

type IdentityProps = { type: string | undefined; value: string | undefined; what: string }

/** An id with its type, which decides as much as the value whether two ends know each other. */
const Identity = ({ type, value, what }: IdentityProps) => (
  <>
    {value ? <CopyableId value={value} what={what} /> : type === 'any' ? 'Any' : '–'}
    {type !== undefined && type !== 'any' && <div>{words(type)}</div>}
  </>
)

/** Phase 1 and phase 2, as the customer device has to have them too. */
export const ConnectionSecurity = ({ connection }: { connection: VpnConnection }) => {
  const { name, ikepolicy = {}, ipsecpolicy = {} } = connection
  const { encapsulation_mode: encapsulation } = ipsecpolicy
  const { dpd = {}, ike_version, authentication_method: method } = ikepolicy
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">IKE (phase 1)</Header>}>
        <KeyValues
          columns={4}
          items={[
            { label: 'IKE version', value: words(ike_version) },
            ...(ike_version === 'v1'
              ? [{ label: 'Negotiation mode', value: words(ikepolicy.phase1_negotiation_mode) }]
              : []),
            { label: 'Authentication method', value: method && (methods[method] ?? method) },
            { label: 'IKE encryption algorithm', value: words(ikepolicy.encryption_algorithm) },
            { label: 'IKE authentication algorithm', value: words(ikepolicy.authentication_algorithm) },
            { label: 'DH group', value: words(ikepolicy.dh_group) },
            { label: 'IKE SA lifetime', value: seconds(ikepolicy.lifetime_seconds) },
            {
              label: 'Local ID',
              value: (
                <Identity type={ikepolicy.local_id_type} value={ikepolicy.local_id} what={`the local ID of ${name}`} />
              ),
            },
            {
              label: 'Peer ID',
              value: (
                <Identity type={ikepolicy.peer_id_type} value={ikepolicy.peer_id} what={`the peer ID of ${name}`} />
              ),
            },
            { label: 'DPD interval', value: seconds(dpd.interval) },
            { label: 'DPD timeout', value: seconds(dpd.timeout) },
            { label: 'DPD payload order', value: dpd.msg && (payloadOrders[dpd.msg] ?? dpd.msg) },
          ]}
        />
      </Container>
      <Container header={<Header variant="h2">IPsec (phase 2)</Header>}>
        <KeyValues
          columns={4}
          items={[
            { label: 'IPsec encryption algorithm', value: words(ipsecpolicy.encryption_algorithm) },
            { label: 'IPsec authentication algorithm', value: words(ipsecpolicy.authentication_algorithm) },
            { label: 'PFS', value: words(ipsecpolicy.pfs) },
            { label: 'IPsec SA lifetime', value: seconds(ipsecpolicy.lifetime_seconds) },
            { label: 'Transport', value: words(ipsecpolicy.transform_protocol) },
            { label: 'Encapsulation', value: encapsulation && (encapsulations[encapsulation] ?? encapsulation) },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
