import { expect } from '@playwright/test'
import type { VpnConnection } from '@vpn-console/api-client'
import { startCharon, type Charon } from './charon.ts'
import { crosses, startEcho } from './echo.ts'
import { gatewayConfiguration } from './gateway-side.ts'
import { cable, cleanLeftovers, createNamespaces, ipIn } from './namespaces.ts'

export type LabTunnel = { connection: VpnConnection; gatewayAddress: string; psk: string }

export type LabPlan = {
  /** The gateway's end of each tunnel, one machine for each address. */
  tunnels: readonly LabTunnel[]
  deviceAddress: string
  /** Hosts in the cloud, one in each of its subnets, and one host behind the device. */
  cloudHosts: readonly string[]
  deviceHost: string
}

/** Two ends, or three, on this machine, each in a network of its own, with nothing between them but a cable. */
export const buildLab = async ({ tunnels, deviceAddress, cloudHosts, deviceHost }: LabPlan) => {
  await cleanLeftovers()
  const namespaces = createNamespaces()
  const closing: (() => Promise<void> | void)[] = [() => namespaces.close()]
  const close = async () => {
    const failures: unknown[] = []
    // What cannot be ended must not keep the rest from being ended.
    for (const step of closing.splice(0).toReversed()) {
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
  try {
    const deviceNetwork = await namespaces.add('device')
    await ipIn(deviceNetwork, 'address', 'add', `${deviceHost}/32`, 'dev', 'lo')
    const gateways: Charon[] = []
    for (const [index, { connection, gatewayAddress, psk }] of tunnels.entries()) {
      const network = await namespaces.add(`gateway${index + 1}`)
      for (const host of cloudHosts) await ipIn(network, 'address', 'add', `${host}/32`, 'dev', 'lo')
      await cable(
        index,
        { namespace: network, address: gatewayAddress },
        { namespace: deviceNetwork, address: deviceAddress },
      )
      for (const host of cloudHosts) closing.push(await startEcho(network, host))
      const gateway = await startCharon(network)
      closing.push(() => gateway.close())
      await gateway.load(gatewayConfiguration(connection, gatewayAddress, psk))
      gateways.push(gateway)
    }
    const device = await startCharon(deviceNetwork)
    closing.push(() => device.close())
    return {
      gateways,
      device,
      /** The hosts in the cloud that answer a packet from behind the device. */
      answering: async () => {
        const answers = await Promise.all(cloudHosts.map((host) => crosses(deviceNetwork, deviceHost, host)))
        return cloudHosts.filter((_, index) => answers[index])
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

export type Lab = Awaited<ReturnType<typeof buildLab>>

/** How many child SAs are there in the list. */
export const installed = (list: string): number => list.split('INSTALLED').length - 1

/** Waits until a daemon has so many child SAs. */
export const waitForChildren = async (daemon: Charon, count: number): Promise<void> => {
  await expect
    .poll(async () => installed(await daemon.list()), { message: `${count} child SAs are installed`, timeout: 20_000 })
    .toBe(count)
}
