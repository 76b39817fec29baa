import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export type PostgresServer = {
  /** Of its administrator; name a database after the slash. */
  url: string
  stop: () => Promise<void>
}

const debianFolder = '/usr/lib/postgresql'

/** Where the newest PostgreSQL of Debian has its programs; its `initdb` is not in the PATH. */
export const postgresPrograms = (): string | undefined => {
  if (!existsSync(debianFolder)) return undefined
  const versions = readdirSync(debianFolder).toSorted((a, b) => Number(b) - Number(a))
  return versions
    .map((version) => join(debianFolder, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

// The shell outlives whoever started it by no more than a moment, however he ends: its input ends with him. It puts
// texts in another order than SQLite does and knows another time zone, so that tests notice what depends on either.
const script = `
umask 077
folder=$(mktemp -d "/tmp/vpn-console-postgresql-XXXXXX") || exit 1
end() {
  [ -n "$server" ] && kill -QUIT "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$folder"
}
trap end EXIT
read -r password
printf '%s\\n' "$password" >"$folder/password"
"$1/initdb" --pgdata="$folder/data" --username=postgres --pwfile="$folder/password" --auth=scram-sha-256 \\
  --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en --no-sync >"$folder/log" 2>&1 \\
  || { cat "$folder/log" >&2; exit 1; }
"$1/postgres" -D "$folder/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=Asia/Kathmandu \\
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=32MB \\
  </dev/null >"$folder/log" 2>&1 &
server=$!
until grep -q 'ready to accept connections' "$folder/log"; do
  kill -0 "$server" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
  sleep 0.05
done
echo ready
read -r end_of_input
`

/** PostgreSQL refuses to run as root. */
const asOrdinaryUser = (): [string, ...string[]] =>
  process.getuid?.() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', 'sh'] : ['sh']

const ready = (child: ChildProcess): Promise<boolean> =>
  new Promise((resolve) => {
    child.stdout?.once('data', () => resolve(true))
    child.once('error', () => resolve(false))
    child.once('exit', () => resolve(false))
  })

const start = async (folder: string): Promise<PostgresServer> => {
  const port = await freePort()
  const password = randomBytes(12).toString('hex')
  const [command, ...words] = asOrdinaryUser()
  // Of a session of its own: what a terminal sends to all at Ctrl-C is not for it.
  const child = spawn(command, [...words, '-c', script, 'postgres', folder, String(port)], { detached: true, cwd: '/' })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  child.stdin.on('error', () => undefined)
  child.stdin.write(`${password}\n`)
  if (!(await ready(child))) throw new Error(`PostgreSQL could not be started: ${errors}`)
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}`,
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** Starts a PostgreSQL that is gone when this process is; a sentence where there is none to start. */
export const startPostgres = async (): Promise<PostgresServer | string> => {
  const folder = postgresPrograms()
  if (folder === undefined) return `No PostgreSQL found in ${debianFolder}: install Debian's package postgresql.`
  // Somebody else may have taken the port meanwhile.
  return start(folder).catch(() => start(folder))
}
