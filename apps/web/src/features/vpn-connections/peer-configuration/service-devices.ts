import { type Input, type Output } from '@vpn-console/api-client'

type Listed = Output<'listPeerConfigurationSupportedDevices'>['supported_devices'][number]
type Asked = Input<'exportVpnConnectionPeerConfiguration'>['body']

export type ServiceDevice = { id: string; label: string; asked: Asked }

/** The devices that can be asked for. The reference names type and model, the SDK a platform in the place of both. */
export const serviceDevicesOf = (listed: readonly Listed[]): ServiceDevice[] =>
  listed.flatMap(({ vendor, type, model, platform, version }) => {
    const asked = { vendor, type: type ?? platform, model: model ?? platform, version: version ?? 'default' }
    if (!asked.vendor || !asked.type || !asked.model) return []
    const words = [asked.vendor, ...new Set([asked.type, asked.model])]
    const label = `${words.join(' ')}${asked.version === 'default' ? '' : ` ${asked.version}`}`
    return [
      {
        id: `service:${label}`,
        label,
        asked: { vendor: asked.vendor, type: asked.type, model: asked.model, version: asked.version },
      },
    ]
  })

// The service never knows the key: it leaves a mark where it belongs.
const mark = /<pre-?shared-?key>/gi

export const hasKeyMark = (text: string): boolean => text.search(mark) !== -1

export const fillKey = (text: string, psk: string | undefined): string =>
  psk === undefined ? text : text.replaceAll(mark, () => psk)
