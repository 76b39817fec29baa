import type { VpnConnection } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../../api/client.ts'
import { useCloudId } from '../../../api/operation-query.ts'
import { useDenied } from '../../../api/session.ts'
import { ActionButton } from '../../../ui/ActionButton.tsx'
import { FormError } from '../../../ui/FormError.tsx'
import { ConfigurationText } from './ConfigurationText.tsx'
import { fileNameOf } from './file-name.ts'
import { fillKey, hasKeyMark, type ServiceDevice } from './service-devices.ts'
import styles from './PeerConfiguration.module.css'

type ServiceConfigurationProps = {
  device: ServiceDevice
  connections: readonly VpnConnection[]
  psks: readonly (string | undefined)[]
  shownPsks: readonly (string | undefined)[]
  note: string
}

/** What the cloud service writes for a device. It is asked on demand: the call counts as a change there. */
export const ServiceConfiguration = (props: ServiceConfigurationProps) => {
  const { device, connections, psks, shownPsks, note } = props
  const cloudId = useCloudId()
  const denied = useDenied()
  const exporting = useMutation({
    mutationFn: () =>
      Promise.all(
        connections.map(async ({ id }) => {
          const params = { vpn_connection_id: id }
          const answer = await call(cloudId, 'exportVpnConnectionPeerConfiguration', { params, body: device.asked })
          return answer.peer_config ?? ''
        }),
      ),
  })
  const { data: texts } = exporting
  const filled = (keys: readonly (string | undefined)[]) =>
    (texts ?? []).map((text, index) => fillKey(text, keys[index])).join('\n')
  return (
    <SpaceBetween size="m">
      <div className={styles['note']}>
        The cloud service writes the text for {device.label}; the console adds nothing but the key.
      </div>
      <ActionButton
        iconName="file"
        disabledReason={denied('exportVpnConnectionPeerConfiguration')}
        loading={exporting.isPending}
        loadingText="Writing the configuration"
        onClick={() => exporting.mutate()}
      >
        {texts ? 'Write it again' : 'Write the configuration'}
      </ActionButton>
      {exporting.error && <FormError title="The configuration was not written" error={exporting.error} />}
      {texts && !exporting.error && (
        <ConfigurationText
          text={filled(psks)}
          shown={filled(shownPsks)}
          label={`the ${device.label} configuration`}
          fileName={fileNameOf(
            connections.map(({ name }) => name),
            device.label,
            'txt',
          )}
          note={
            texts.some(hasKeyMark) ? note : 'Put the key where the text wants it: the console found no mark for it.'
          }
        />
      )}
    </SpaceBetween>
  )
}
