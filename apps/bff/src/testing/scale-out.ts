import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from '@vpn-console/emulator/app'
import { Client } from 'pg'
import type { Tuning } from '../tuning.ts'
import { deferred } from './deferred.ts'
import { proxyAddress, startNginx } from './nginx.ts'
import { startReplica } from './replica-process.ts'

export const adminPassword = 'correct-horse-battery'
export const cloudId = 'paris'

// Small enough to be waited for, and large enough for a machine that has other things to do.
const tuning: Partial<Tuning> = {
  replicaBeatMs: 100,
  replicaDeadMs: 4_000,
  auditTidyMs: 200,
  auditOrphanMs: 2_000,
  busyFirstPauseMs: 20,
}

type Emulator = ReturnType<typeof createEmulator>

export type Asked = { by: string; method: string; path: string; body: string }

/** A way to the emulator by which one replica alone comes, so that it is known which one asked for what. */
const openDoor = async (emulator: Emulator, by: string, asked: Asked[], held: (method: string) => Promise<void>) => {
  const server = createServer((request, response) => {
    const call = { by, method: request.method ?? '', path: request.url?.split('?', 1)[0] ?? '', body: '' }
    asked.push(call)
    void held(call.method).then(() => {
      request.on('data', (chunk: Buffer) => (call.body += chunk.toString()))
      emulator.handler(request, response)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}`, close }
}

type Options = { databaseUrl: string; tuning?: Partial<Tuning>; webDir?: string; speed?: number }

/** Two consoles, each a process of its own, on one new database and behind nginx; the cloud is the emulator. */
export const startScaleOut = async ({ databaseUrl, tuning: given = {}, webDir, speed = 1 }: Options) => {
  const emulator = createEmulator({ speed })
  const { control } = emulator
  const project = control.createProject({ speed })
  const { port, url: publicUrl } = await proxyAddress()
  const masterKey = randomBytes(32)
  const asked: Asked[] = []
  let held = Promise.resolve()

  const start = async (name: string) => {
    const door = await openDoor(emulator, name, asked, (method) => (method === 'PUT' ? held : Promise.resolve()))
    const replica = await startReplica({
      dataDir: null,
      databaseUrl,
      masterKey,
      adminPassword,
      publicUrl,
      trustProxy: 1,
      logLevel: 'silent',
      ...(webDir === undefined ? {} : { webDir }),
      tuning: { ...tuning, ...given },
      allowPrivateEndpoints: true,
      cloud: {
        id: cloudId,
        name: 'Paris',
        vendor: 'emulator',
        region: project.region,
        projectId: project.projectId,
        credentials: { ak: project.ak, sk: project.sk },
        endpoint: door.url,
      },
    })
    return { name, ...replica, close: door.close }
  }

  // At once, as after a power cut.
  const replicas = await Promise.all([start('first'), start('second')])
  const [first, second] = replicas
  const database = new Client({ connectionString: databaseUrl })
  await database.connect()
  const proxy = await startNginx(port, [first.url, second.url])
  return {
    control,
    projectId: project.projectId,
    callsOf: (operation: string) =>
      control.calls(project.projectId).calls.filter((call) => call.operation === operation).length,
    /** What came to the cloud, from either. */
    asked,
    /** Lets the cloud think about updates until it is told to go on. */
    hold: (): (() => void) => {
      const { promise, resolve } = deferred()
      held = promise
      return () => {
        held = Promise.resolve()
        resolve()
      }
    },
    /** How many changes have come to either, and not ended. */
    turns: async (): Promise<number> => {
      const { rows } = await database.query<{ count: string }>('select count(*) from write_turns')
      return Number(rows[0]?.count)
    },
    publicUrl,
    first,
    second,
    proxy,
    close: async () => {
      await Promise.all([proxy.stop(), database.end(), ...replicas.map(({ kill }) => kill())])
      for (const { close } of replicas) close()
    },
  }
}
export type ScaleOut = Awaited<ReturnType<typeof startScaleOut>>
