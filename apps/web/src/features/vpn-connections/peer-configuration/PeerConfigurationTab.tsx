import type { VpnConnection } from '@vpn-console/api-client'
import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import RadioGroup from '@cloudscape-design/components/radio-group'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { operationQuery, useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { FormError } from '../../../ui/FormError.tsx'
import type { ConnectionContext } from '../../../ui/connections/connection-rows.ts'
import { peerDevices } from './generators/devices.ts'
import { KeyInput, keyProblem } from './KeyInput.tsx'
import { OwnConfiguration } from './OwnConfiguration.tsx'
import { peerSideOf } from './peer-side.ts'
import { isNotOffered } from '../../../api/gone.ts'
import { serviceDevicesOf } from './service-devices.ts'
import { ServiceConfiguration } from './ServiceConfiguration.tsx'
import { useChoices } from './use-choices.ts'
import styles from './PeerConfiguration.module.css'

const hidden = '••••••••'

type PeerConfigurationTabProps = { connection: VpnConnection; context: ConnectionContext }

/** Both tunnels in the order of the gateway's addresses, or the one that is looked at. */
const tunnelsOf = (connection: VpnConnection, { other, end }: ConnectionContext, isAlone: boolean) => {
  const one: [VpnConnection, ...VpnConnection[]] = [connection]
  if (!other || isAlone) return one
  const both: [VpnConnection, ...VpnConnection[]] = end.place?.startsWith('2')
    ? [other, connection]
    : [connection, other]
  return both
}

const noteOf = (psks: readonly (string | undefined)[], hasProblem: boolean, isShown: boolean) => {
  if (hasProblem) return 'A key is not in the text: the cloud takes no such key.'
  if (psks.includes(undefined)) {
    return psks.some((psk) => psk !== undefined)
      ? 'One key is in the text; it has a mark where the other belongs.'
      : 'The text has a mark where the pre-shared key belongs.'
  }
  return isShown
    ? 'The key is in the text: keep it as you keep the key.'
    : 'The key is hidden here; copy and download have it.'
}

/** The other half of the work: what the customer's device must be told. */
export default function PeerConfigurationTab({ connection, context }: PeerConfigurationTabProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const choices = useChoices()
  const [keys, setKeys] = useState<readonly [string, string]>(['', ''])
  const [hasOwnKeys, setOwnKeys] = useState(false)
  const [isShown, setShown] = useState(false)
  const listed = useQuery({
    ...operationQuery(cloudId, 'listPeerConfigurationSupportedDevices', {}),
    enabled: denied('listPeerConfigurationSupportedDevices') === undefined,
    staleTime: Infinity,
  })
  const serviceDevices = serviceDevicesOf(listed.data?.supported_devices ?? [])
  const tunnels = tunnelsOf(connection, context, choices.isAlone)
  const keyOf = (index: number) => keys[hasOwnKeys && index === 1 ? 1 : 0]
  const psks = tunnels.map((_, index) => (keyProblem(keyOf(index)) === undefined ? keyOf(index) : '') || undefined)
  const shownPsks = psks.map((psk) => (psk === undefined || isShown ? psk : hidden))
  const { gateway, customerGateway, other } = context
  const sideWith = (wanted: readonly (string | undefined)[]) =>
    peerSideOf(tunnels, { gateway, customerGateway }, { psks: wanted, isBehindNat: choices.isBehindNat })
  const service = serviceDevices.find(({ id }) => id === choices.device)
  const device = peerDevices.find(({ id }) => id === choices.device) ?? peerDevices[0]
  const isGm = connection.ikepolicy?.authentication_method === 'digital-envelope-v2'
  const hasProblem = tunnels.some((_, index) => keyProblem(keyOf(index)) !== undefined)
  const note = noteOf(psks, hasProblem, isShown)
  const options = [
    {
      label: 'Written by the console',
      options: peerDevices.map(({ id, label, description }) => ({ value: id, label, description })),
    },
    ...(serviceDevices.length > 0
      ? [
          {
            label: 'Written by the cloud service',
            options: serviceDevices.map(({ id, label }) => ({ value: id, label })),
          },
        ]
      : []),
  ]
  const selected = service
    ? { value: service.id, label: service.label }
    : device && { value: device.id, label: device.label }

  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Customer device</Header>}>
        <div className={styles['fields']}>
          <FormField label="Device">
            <Select
              selectedOption={selected ?? null}
              options={options}
              onChange={({ detail }) => choices.choose({ device: detail.selectedOption.value ?? '' })}
            />
          </FormField>
          {other && (
            <FormField label="Tunnels">
              <RadioGroup
                value={choices.isAlone ? 'one' : 'both'}
                direction="horizontal"
                items={[
                  { value: 'both', label: 'Both of the pair' },
                  { value: 'one', label: `${connection.name} only` },
                ]}
                onChange={({ detail }) => choices.choose({ tunnels: detail.value === 'one' ? 'one' : '' })}
              />
            </FormField>
          )}
          <KeyInput
            of={hasOwnKeys && tunnels.length > 1 ? tunnels[0].name : undefined}
            value={keys[0]}
            isShown={isShown}
            onChange={(value) => setKeys([value, keys[1]])}
            onShow={setShown}
          />
          {hasOwnKeys && tunnels[1] && (
            <KeyInput
              of={tunnels[1].name}
              value={keys[1]}
              isShown={isShown}
              onChange={(value) => setKeys([keys[0], value])}
              onShow={setShown}
            />
          )}
          <SpaceBetween size="xs">
            {!service && (
              <Checkbox
                checked={choices.isBehindNat}
                description="Its own address is a private one, and a router before it translates."
                onChange={({ detail }) => choices.choose({ nat: detail.checked ? '1' : '' })}
              >
                The device is behind NAT
              </Checkbox>
            )}
            {tunnels.length > 1 && (
              <Checkbox checked={hasOwnKeys} onChange={({ detail }) => setOwnKeys(detail.checked)}>
                Each tunnel has a key of its own
              </Checkbox>
            )}
          </SpaceBetween>
        </div>
        {listed.error && !isNotOffered(listed.error) && (
          <FormError title="The devices that the cloud service writes for are not known" error={listed.error} />
        )}
      </Container>
      <Container header={<Header variant="h2">Configuration</Header>}>
        {service ? (
          <ServiceConfiguration
            key={service.id}
            device={service}
            connections={tunnels}
            psks={psks}
            shownPsks={shownPsks}
            note={note}
          />
        ) : isGm ? (
          <Alert type="info">
            This connection uses SM algorithms and certificates. The console writes nothing for it: choose a device that
            the cloud service writes for, where the region offers that.
          </Alert>
        ) : (
          device && (
            <OwnConfiguration device={device} peer={sideWith(psks)} shownPeer={sideWith(shownPsks)} note={note} />
          )
        )}
      </Container>
    </SpaceBetween>
  )
}
