import SpaceBetween from '@cloudscape-design/components/space-between'
import { gatewayIps, type VpnGateway } from '@vpn-console/api-client'
import { RadioField } from '../../../ui/form/RadioField.tsx'
import type { Choice } from '../../../ui/form/SelectField.tsx'
import { TilesField } from '../../../ui/form/TilesField.tsx'
import { ObjectPicker } from '../../../ui/pickers/ObjectPicker.tsx'
import { laterWords } from '../fields/effects.ts'
import { ConnectionQuota } from './ConnectionQuota.tsx'
import { shownIp, type ConnectionFormValues } from './connection-form.ts'
import { gatewayReason } from './connection-problems.ts'
import { CustomerGatewayFields } from './CustomerGatewayFields.tsx'
import { afterGateway } from './form-changes.ts'
import { pictureOf } from './tunnel-picture.ts'
import { TunnelPicture } from './TunnelPicture.tsx'
import { useConnectionForm } from './use-connection-form.ts'

const gatewayChoice = (gateway: VpnGateway): Choice => {
  const reason = gatewayReason(gateway)
  const addresses = gatewayIps(gateway).flatMap((ip) => (ip === undefined ? [] : [shownIp(gateway, ip)]))
  return {
    value: gateway.id,
    label: gateway.name,
    description: reason ?? [gateway.flavor, ...addresses].join(' · '),
    disabled: reason !== undefined,
    ...(reason !== undefined && { disabledReason: reason }),
  }
}

/** By name, those that can be chosen first. */
const gatewayChoices = (gateways: readonly VpnGateway[]): Choice[] => {
  const choices = gateways.map(gatewayChoice).toSorted((a, b) => a.label.localeCompare(b.label))
  return [...choices.filter(({ disabled }) => !disabled), ...choices.filter(({ disabled }) => disabled)]
}

const extents = [
  {
    value: 'pair',
    label: 'A pair',
    description: 'One tunnel to each address of the gateway. If one fails, the other goes on.',
  },
  { value: 'single', label: 'A single tunnel', description: 'To one address of the gateway, without redundancy.' },
]

const addressChoices = (gateway: VpnGateway) =>
  gatewayIps(gateway).flatMap((ip, index) => {
    if (ip === undefined) return []
    const role = gateway.ha_mode === 'active-standby' ? (index === 0 ? 'active' : 'standby') : `address ${index + 1}`
    return [{ value: ip, label: `${shownIp(gateway, ip)} (${role})` }]
  })

/** Step 1: from where to where, and by how many tunnels. */
export const EndsStep = () => {
  const { values, facts, gateway, change } = useConnectionForm()
  return (
    <SpaceBetween size="l">
      <ObjectPicker<ConnectionFormValues>
        name="vgw_id"
        label="VPN gateway"
        description="The cloud’s end. Its network and IP version are the connection’s."
        constraint={laterWords('vgw_id')}
        many="VPN gateways"
        list={facts.lists.gateways}
        options={gatewayChoices(facts.gateways)}
        onPick={(id) => change(afterGateway(values, id, facts))}
      />
      <CustomerGatewayFields />
      <TilesField<ConnectionFormValues>
        name="extent"
        label="Tunnels"
        options={extents}
        columns={2}
        constraint="A second tunnel can be created later."
      />
      {values.extent === 'single' && gateway && (
        <RadioField<ConnectionFormValues>
          name="vgw_ip"
          label="Gateway address"
          options={addressChoices(gateway)}
          constraint={laterWords('vgw_ip')}
        />
      )}
      <TunnelPicture picture={pictureOf(values, facts)} />
      <ConnectionQuota gateway={gateway} wanted={values.extent === 'pair' ? 2 : 1} />
    </SpaceBetween>
  )
}
