import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { ConfigurationText } from './ConfigurationText.tsx'
import { fileNameOf } from './file-name.ts'
import { hasGap, type PeerDevice } from './generators/device.ts'
import { pfsense, pfsenseSettings } from './generators/pfsense.ts'
import type { PeerSide } from './peer-side.ts'
import styles from './PeerConfiguration.module.css'

const SettingsTables = ({ peer }: { peer: PeerSide }) => (
  <div className={styles['pages']}>
    {pfsenseSettings(peer).map(({ title, settings }) => (
      <section key={title} aria-label={title}>
        <h3>{title}</h3>
        <table className={styles['settings']}>
          <tbody>
            {settings.map(([field, value]) => (
              <tr key={field}>
                <th scope="row">{field}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ))}
  </div>
)

type OwnConfigurationProps = {
  device: PeerDevice
  peer: PeerSide
  /** The same with the key hidden. */
  shownPeer: PeerSide
  note: string
}

/** What the console itself writes for a device: what to watch, the text, and the way to put it there. */
export const OwnConfiguration = ({ device, peer, shownPeer, note }: OwnConfigurationProps) => {
  const remarks = device.remarks(peer)
  const text = device.generate(peer)
  const names = peer.tunnels.map(({ name }) => name)
  return (
    <SpaceBetween size="m">
      {remarks.length > 0 && (
        <Alert type={hasGap(text) ? 'warning' : 'info'} header={`About ${device.label} and this connection`}>
          <ul className={styles['list']}>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Alert>
      )}
      <section aria-label="Steps">
        <ol className={styles['list']}>
          {device.steps(peer).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
      <ConfigurationText
        text={text}
        // What is typed into forms reads better as a table.
        shown={device.id === pfsense.id ? <SettingsTables peer={shownPeer} /> : device.generate(shownPeer)}
        label={`the ${device.label} configuration`}
        fileName={fileNameOf(names, device.id, device.extension)}
        note={note}
      />
    </SpaceBetween>
  )
}
