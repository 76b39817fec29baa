import { gatewayEnd } from '../../../../ui/connections/gateway-end.ts'
import { checkOf, type Check } from '../check.ts'
import { known } from '../doctor-facts.ts'

/** Whether a monitor measures the way to the device. */
export const monitored: Check = ({ connection, monitors }) => {
  const { passed, note, unknown } = checkOf('monitor', 'A monitor measures the way to the device')
  if ('why' in monitors) return unknown(monitors.why)
  const monitor = monitors.value.find(({ vpn_connection_id }) => vpn_connection_id === connection.id)
  if (!monitor) {
    return note('There is no monitor, so latency and loss on the way are not measured.', {
      fixes: [{ text: 'Create one in the tab Monitor; the device must answer ICMP.' }],
    })
  }
  const way = `${monitor.source_ip ?? 'the gateway'} to ${monitor.destination_ip ?? 'the device'}`
  if (monitor.status !== 'ACTIVE') return note(`A monitor is being set up or taken away (${monitor.status}).`)
  return passed(`A monitor sends ICMP from ${way}.`)
}

/** What the cloud’s own filters let through is not to be seen by what the console may call. */
export const cloudFilters: Check = ({ gateway }) =>
  checkOf('cloud-filters', 'Security groups and network ACLs let the traffic through').unknown(
    'The console does not read security groups and network ACLs.',
    {
      fixes: [
        {
          text: `In the VPC of ${known(gateway)?.name ?? 'the gateway'}: let the peer subnets in where they are to reach something, and the answers out.`,
        },
      ],
    },
  )

/** What stands between the device and the internet is nobody’s to see from here. */
export const deviceFirewall: Check = ({ connection, gateway }) => {
  const { address } = gatewayEnd(connection, known(gateway))
  const { unknown } = checkOf('device-firewall', 'The firewall at the device lets IPsec through')
  return unknown('What stands before the customer device cannot be seen from the cloud.', {
    fixes: [
      {
        text: `There, let UDP 500 and 4500 and ESP (IP protocol 50) through from and to ${address ?? 'the gateway address'}.`,
      },
    ],
  })
}

/** Long packets are lost without a word when nobody shortens them. */
export const segmentSize: Check = () =>
  checkOf('mss', 'TCP segments are short enough for the tunnel').unknown(
    'The segment size is set at the device and cannot be seen from the cloud.',
    {
      fixes: [
        {
          text: 'Clamp the TCP MSS on the tunnel of the device below 1399 bytes; pings pass but downloads hang where it is missing.',
        },
      ],
    },
  )
