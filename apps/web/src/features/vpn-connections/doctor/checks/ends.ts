import { gatewayIps, isIpv4 } from '@vpn-console/api-client'
import { statusWords } from '../../../../ui/status-words.ts'
import { gatewayEnd } from '../../../../ui/connections/gateway-end.ts'
import { atConnection, atCustomerGateway, atGateway, checkOf, type Check } from '../check.ts'
import { known, otherTunnel, whyUnknown } from '../doctor-facts.ts'

/** Whether the tunnel is connected at all. */
export const tunnelState: Check = ({ connection, fresh }) => {
  const { passed, failed, note, unknown } = checkOf('tunnel-state', 'The tunnel is connected')
  const { name, status } = connection
  const words = statusWords('connection', status).words
  const why = whyUnknown(fresh)
  if (why !== undefined) return unknown(`${name} could not be read anew: ${why} Before that it was: ${words}.`)
  if (status === 'ACTIVE') return passed(`${name} is connected.`)
  if (status === 'DOWN') {
    return failed(`${name} is not connected.`, {
      fixes: [{ text: 'Look at the other findings of this report; the log names what the ends did not agree on.' }],
    })
  }
  if (status === 'FREEZED') {
    return failed(`${name} is frozen, by its bills or a policy of the account.`, {
      fixes: [{ text: 'Settle that with the account’s owner.' }],
    })
  }
  if (status === 'ERROR') {
    return failed(`${name} is faulty.`, { fixes: [{ text: 'Delete it and create it again, or open a ticket.' }] })
  }
  return note(`${name} has the status ${status} (${words}), so what follows may change in a moment.`)
}

const gatewayTroubles: Record<string, string> = {
  FAULT: 'Open a ticket with its id.',
  FREEZED: 'Settle its bills or the policy that froze it with the account’s owner.',
}

/** Whether the gateway runs. */
export const gatewayState: Check = ({ gateway }) => {
  const { passed, failed, note, unknown } = checkOf('gateway-state', 'The VPN gateway runs')
  if ('why' in gateway) return unknown(gateway.why)
  const { name, status } = gateway.value
  const words = statusWords('gateway', status).words
  if (status === 'ACTIVE') return passed(`${name} is running.`)
  const fix = gatewayTroubles[status]
  if (fix === undefined) return note(`${name} is not at rest: ${words}. Its tunnels may be down for that reason.`)
  return failed(`${name} does not run: ${words}.`, { fixes: [{ text: fix, at: atGateway(gateway.value) }] })
}

/** Whether the gateway address that the connection uses is the gateway's, bound and not frozen. */
export const gatewayAddress: Check = ({ connection, gateway, eips }) => {
  const { passed, failed, unknown } = checkOf('gateway-address', 'The gateway address is in service')
  if ('why' in gateway) return unknown(gateway.why)
  const { name, network_type } = gateway.value
  const { address, place } = gatewayEnd(connection, gateway.value)
  const what = network_type === 'public' ? 'EIP' : 'private address'
  if (place === undefined) {
    const has = gatewayIps(gateway.value).filter((ip) => ip !== undefined)
    return failed(
      `${connection.name} uses the ${what} ${connection.vgw_ip}, which is none of ${name}${has.length === 0 ? '; the gateway has none' : ''}.`,
      {
        fixes: [
          {
            text: `Bind the ${what} to ${name} again, or create the connection on another.`,
            at: atGateway(gateway.value),
          },
        ],
      },
    )
  }
  const shown = `${address ?? connection.vgw_ip}, address ${place} of ${name}`
  if (network_type !== 'public') return passed(`${shown}, is a private address of the gateway.`)
  if ('why' in eips) return unknown(`Whether ${shown}, is bound could not be seen: ${eips.why}`)
  const eip = eips.value.find(({ id }) => id === connection.vgw_ip)
  if (!eip) return unknown(`The EIP ${shown}, is not in the list of EIPs, so its state cannot be seen.`)
  if (eip.status?.includes('FREEZED')) {
    return failed(`The EIP ${shown}, is frozen: nothing reaches the gateway there.`, {
      fixes: [{ text: 'Settle the bills of the EIP with the account’s owner.' }],
    })
  }
  if (eip.status === 'DOWN' || eip.status === 'ERROR') {
    return failed(`The EIP ${shown}, is not bound: nothing reaches the gateway there.`, {
      fixes: [{ text: `Bind the EIP to ${name} again.`, at: atGateway(gateway.value) }],
    })
  }
  return passed(`The EIP ${shown}, is bound and not frozen.`)
}

/** Whether the device is where the customer gateway says. */
export const peerAddress: Check = ({ connection, customerGateway, log }) => {
  const { passed, failed, note, unknown } = checkOf('peer-address', 'The customer device is at its address')
  if ('why' in customerGateway) return unknown(customerGateway.why)
  const { name, id_type, id_value } = customerGateway.value
  const at = atCustomerGateway(customerGateway.value)
  if (id_type === 'ip' && !isIpv4(id_value)) {
    return failed(`${name} has the address ${id_value}, which is no IPv4 address.`, {
      fixes: [{ text: 'Make a customer gateway with the device’s own address.', at }],
    })
  }
  if (id_type !== 'ip') return passed(`${name} is known by its name ${id_value}, from whatever address it comes.`)
  if ('why' in log) return unknown(`Where the device answers from could not be seen: ${log.why}`)
  const line = log.value.lines.find(({ peer }) => peer !== undefined)
  if (line?.peer === undefined) {
    return note(`${name} is expected at ${id_value}. The log has no line of a device yet: nobody answered from there.`)
  }
  if (line.peer !== id_value) {
    return failed(`${name} is expected at ${id_value}, but the log’s last line is about a device at ${line.peer}.`, {
      details: [`Customer gateway: ${id_value}`, `Log: ${line.peer}`],
      fixes: [
        { text: `Use a customer gateway with the address ${line.peer}, or let the device speak from ${id_value}.`, at },
        {
          text: 'A NAT in front of the device changes its address: give the outer one.',
          at: atConnection(connection, 'cgw_id'),
        },
      ],
    })
  }
  return passed(`${name} speaks from ${id_value}, as it should.`)
}

/** Whether something takes over when this tunnel goes down. */
export const redundancy: Check = (facts) => {
  const { connection, connections, gateway } = facts
  const { passed, note, unknown } = checkOf('redundancy', 'A second tunnel can take over')
  if ('why' in connections) return unknown(connections.why)
  const other = otherTunnel(facts)
  const gatewayName = known(gateway)?.name ?? 'the gateway'
  if (!other) {
    return note(`${connection.name} has no pair: nothing takes over when it is down.`, {
      fixes: [{ text: `Create a connection to the same customer gateway on the other address of ${gatewayName}.` }],
    })
  }
  if (other.status !== 'ACTIVE') {
    return note(
      `${other.name}, the other tunnel of the pair, is not connected (${statusWords('connection', other.status).words}).`,
      {
        fixes: [{ text: `Examine ${other.name} too.`, at: atConnection(other) }],
      },
    )
  }
  return passed(`${other.name}, the other tunnel of the pair, is connected.`)
}
