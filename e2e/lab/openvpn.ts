import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VpnServer } from '@vpn-console/api-client'
import { crosses, startEcho } from './echo.ts'
import { cable, cleanLeftovers, createNamespaces, ipIn } from './namespaces.ts'
import { serveSignIn } from './openvpn-sign-in.ts'
import { startOpenvpn, type OpenvpnProcess } from './openvpn-process.ts'

// The cloud's end of remote access, from the API's own fields. It shares nothing with what writes the profile but
// those fields: the two are only worth something against each other as long as they were made apart.

type ServerPlan = {
  server: VpnServer
  /** The EIP of the gateway, at which it listens. */
  address: string
  /** Of the server certificate. */
  credentials: { certificate: string; private_key: string }
  /** The CAs of the clients, where they have certificates. */
  clientCas: readonly string[]
  /** A host in the first of the local subnets. */
  host: string
  ask: (user: string, password: string) => boolean
}

const clientAddress = '198.51.100.7'

const maskOf = (bits: number) =>
  [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.min(8, Math.max(0, bits - from)))).join('.')
const spaced = (block = '') => {
  const [network = '', bits = ''] = block.split('/')
  return `${network} ${maskOf(Number(bits))}`
}

const signInLines = ({ client_auth_type }: VpnServer, script: string) =>
  client_auth_type === 'CERT'
    ? ['verify-client-cert require']
    : [
        'verify-client-cert none',
        `auth-user-pass-verify ${script} via-env`,
        'script-security 3',
        'username-as-common-name',
      ]

const serverConfiguration = ({ server, address }: ServerPlan, script: string): string => {
  const { encryption_algorithm = '', authentication_algorithm = 'SHA256', port = 443 } = server.ssl_options ?? {}
  return [
    'mode server',
    'tls-server',
    'proto tcp-server',
    `local ${address}`,
    `port ${port}`,
    'dev tun',
    'topology subnet',
    `server ${spaced(server.client_cidr)}`,
    'dh none',
    'ca ca.pem',
    'cert server.pem',
    'key server.key',
    `data-ciphers ${encryption_algorithm}`,
    `auth ${authentication_algorithm}`,
    'verb 3',
    'disable-dco',
    ...signInLines(server, script),
    ...(server.local_subnets ?? []).map((block) => `push "route ${spaced(block)}"`),
    '',
  ].join('\n')
}

const openingLine = /Initialization Sequence Completed/

/** The service on this machine: its server and its clients in networks of their own, with a cable between them. */
export const buildOpenvpnLab = async (plan: ServerPlan) => {
  await cleanLeftovers()
  const folder = mkdtempSync(join(tmpdir(), 'vpnlab-'))
  const namespaces = createNamespaces()
  const closing: (() => Promise<void> | void)[] = [() => rmSync(folder, { recursive: true }), () => namespaces.close()]
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
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 })
    return name
  }

  /** A client as its user starts it: with the file that was downloaded, and with what he types when he is asked. */
  const connect = async (profile: string, typed?: { user: string; password: string }) => {
    const file = write(`client-${closing.length}.ovpn`, profile)
    // The one thing that is not in the file: a terminal that somebody types into.
    const answers = typed
      ? ['--auth-user-pass', write(`typed-${closing.length}`, `${typed.user}\n${typed.password}\n`)]
      : []
    const client = startOpenvpn(clientNetwork, folder, ['--config', file, ...answers])
    closing.push(() => client.close())
    return client
  }

  const start = async (): Promise<OpenvpnProcess> => {
    await ipIn(serverNetwork, 'address', 'add', `${plan.host}/32`, 'dev', 'lo')
    await cable(
      0,
      { namespace: serverNetwork, address: plan.address },
      { namespace: clientNetwork, address: clientAddress },
    )
    closing.push(await startEcho(serverNetwork, plan.host))
    const signIn = await serveSignIn(folder, plan.ask)
    closing.push(() => signIn.close())
    write('server.pem', plan.credentials.certificate)
    write('server.key', plan.credentials.private_key)
    // Without certificates of clients no CA counts, but the server wants one.
    write('ca.pem', plan.clientCas.length > 0 ? plan.clientCas.join('\n') : plan.credentials.certificate)
    const configuration = write('server.conf', serverConfiguration(plan, signIn.script))
    const process = startOpenvpn(serverNetwork, folder, ['--config', configuration])
    closing.push(() => process.close())
    await process.says(openingLine)
    return process
  }

  let serverNetwork = ''
  let clientNetwork = ''
  try {
    serverNetwork = await namespaces.add('server')
    clientNetwork = await namespaces.add('client')
    const server = await start()
    return {
      server,
      connect,
      /** The address that a client has in the tunnel; undefined where it has none. */
      tunnelAddress: async () => {
        const devices = JSON.parse(await ipIn(clientNetwork, '-json', 'address')) as {
          ifname: string
          addr_info: { local: string; family: string }[]
        }[] // the shape of iproute2
        const tunnel = devices.find(({ ifname }) => ifname.startsWith('tun'))
        return tunnel?.addr_info.find(({ family }) => family === 'inet')?.local
      },
      /** Whether a packet of the client reaches the host in the local subnet, and comes back. */
      reachesHost: (own: string) => crosses(clientNetwork, own, plan.host),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

export type OpenvpnLab = Awaited<ReturnType<typeof buildOpenvpnLab>>

/** Waits until a client says that its tunnel is there. */
export const waitForTunnel = (client: OpenvpnProcess): Promise<void> => client.says(openingLine)
