import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAuthority } from '@vpn-console/emulator/app'
import { until } from './until.ts'

const program = '/usr/sbin/nginx'
const documented = fileURLToPath(new URL('../../../../deploy/nginx.conf', import.meta.url))

/** Why there is no nginx to test with; undefined where there is one. */
export const missingNginx = (): string | undefined =>
  existsSync(program) ? undefined : `No nginx found at ${program}: install Debian's package nginx.`

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** The documented file with nothing but names, ports and places changed; each must be in it. */
const adapted = (changes: readonly (readonly [from: string, to: string])[]): string =>
  changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/nginx.conf does not say: ${from}`)
      return text.replaceAll(from, to)
    },
    readFileSync(documented, 'utf8'),
  )

// As little as nginx needs around a file of `conf.d`, and nothing outside its folder.
const around = (folder: string) => `
user ${process.getuid?.() === 0 ? 'root' : 'nobody'};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/vpn-console.conf;
}
`

export type ProxyServer = {
  /** As people type it. */
  url: string
  /** What its certificate can be checked with. */
  authority: string
  /** One line for each request. */
  accessLog: () => string
  stop: () => Promise<void>
}

/** The address that a proxy will have: the console is told before the proxy starts. */
export const proxyAddress = async (): Promise<{ port: number; url: string }> => {
  const port = await freePort()
  return { port, url: `https://localhost:${port}` }
}

/** Starts nginx with the documented settings in front of these replicas. */
export const startNginx = async (port: number, replicas: readonly [string, string]): Promise<ProxyServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'vpn-console-nginx-'))
  const authority = createAuthority('C=FR,O=example,CN=Test of the console', Date.now())
  const issued = authority.issue('server', 'C=FR,O=example,CN=localhost', 'localhost')
  writeFileSync(join(folder, 'certificate.pem'), issued.certificate)
  writeFileSync(join(folder, 'key.pem'), issued.private_key, { mode: 0o600 })
  const [first, second] = replicas.map((url) => new URL(url).host)
  const plainPort = await freePort()
  const text = adapted([
    ['server 127.0.0.1:8081 ', `server ${first} `],
    ['server 127.0.0.1:8082 ', `server ${second} `],
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['https://vpn.example.org$request_uri', `https://localhost:${port}$request_uri`],
    ['/etc/ssl/vpn.example.org/fullchain.pem', join(folder, 'certificate.pem')],
    ['/etc/ssl/vpn.example.org/privkey.pem', join(folder, 'key.pem')],
    ['/var/log/nginx/vpn-console.log', join(folder, 'access.log')],
    ['server_name vpn.example.org;', 'server_name localhost;'],
  ])
  writeFileSync(join(folder, 'vpn-console.conf'), text)
  writeFileSync(join(folder, 'nginx.conf'), around(folder))
  const child = spawn(program, ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve())
  })
  let isRunning = true
  void ended.then(() => {
    isRunning = false
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
  await until(async () => {
    if (!isRunning) throw new Error(`nginx could not be started: ${errors}`)
    const answer = await fetch(`http://127.0.0.1:${plainPort}/`, { redirect: 'manual' }).catch(() => undefined)
    return answer?.status === 301
  })
  return {
    url: `https://localhost:${port}`,
    authority: authority.certificate,
    accessLog: () => readFileSync(join(folder, 'access.log'), 'utf8'),
    stop,
  }
}
