import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Of every namespace made here: the number is the process that made it. */
const prefix = 'vpnlab-'

export const ip = async (...args: string[]): Promise<string> => (await run('ip', args)).stdout

/** Runs one `ip` command inside a namespace. */
export const ipIn = (namespace: string, ...args: string[]): Promise<string> => ip('-n', namespace, ...args)

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const end = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

const remove = async (namespace: string) => {
  const pids = await ip('netns', 'pids', namespace).catch(() => '')
  for (const pid of pids.split('\n').filter(Boolean)) end(Number(pid))
  await ip('netns', 'del', namespace)
}

const ownNames = async () =>
  (await ip('netns', 'list'))
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => name.startsWith(prefix))

/** Takes away what a run that was killed has left behind; what another live process made stays. */
export const cleanLeftovers = async (): Promise<void> => {
  for (const name of await ownNames()) {
    const maker = Number(name.slice(prefix.length).split('-')[0])
    // Another worker may be doing the same at the same time.
    if (!isAlive(maker)) await remove(name).catch(() => undefined)
  }
}

let count = 0

/** Network namespaces of one test; `close` ends what runs in them and deletes them. */
export const createNamespaces = () => {
  const made: string[] = []
  return {
    add: async (what: string) => {
      const name = `${prefix}${process.pid}-${++count}-${what}`
      await ip('netns', 'add', name)
      made.push(name)
      await ipIn(name, 'link', 'set', 'lo', 'up')
      return name
    },
    close: async () => {
      for (const name of made.splice(0)) await remove(name)
    },
  }
}

export type Namespaces = ReturnType<typeof createNamespaces>

/** Joins two namespaces by a cable: each end has one address and a route to the other's. */
export const cable = async (
  number: number,
  a: { namespace: string; address: string },
  b: { namespace: string; address: string },
): Promise<void> => {
  const [left, right] = [`cable${number}a`, `cable${number}b`]
  await ip('link', 'add', left, 'netns', a.namespace, 'type', 'veth', 'peer', 'name', right, 'netns', b.namespace)
  for (const [own, device, other] of [
    [a, left, b],
    [b, right, a],
  ] as const) {
    await ipIn(own.namespace, 'address', 'replace', `${own.address}/32`, 'dev', device)
    await ipIn(own.namespace, 'link', 'set', device, 'up')
    await ipIn(own.namespace, 'route', 'add', other.address, 'dev', device, 'src', own.address)
    // Selectors for all networks put a default route before the main table in userspace; the ends of a tunnel must
    // still reach each other outside it, as they do by the kernel's own ESP.
    await ipIn(own.namespace, 'rule', 'add', 'to', other.address, 'lookup', 'main', 'pref', '100')
  }
}
