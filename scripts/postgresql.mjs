import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installFromDebian } from './debian.mjs'

const folder = '/usr/lib/postgresql'
const settings = '/etc/postgresql-common/createcluster.d'

/** The tests make databases of their own; Debian would make one for the machine, and start it with it. */
const withoutCluster = async (install) => {
  const own = join(settings, 'vpn-console-tests.conf')
  mkdirSync(settings, { recursive: true })
  writeFileSync(own, 'create_main_cluster = false\n')
  try {
    return await install()
  } finally {
    rmSync(own)
  }
}

/** The database that several consoles share. */
export const installPostgresql = () =>
  installFromDebian({
    name: 'PostgreSQL',
    packages: ['postgresql'],
    isThere: () =>
      existsSync(folder) && readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin', 'initdb'))),
    tests: 'the tests with PostgreSQL',
    services: ['postgresql'],
    around: withoutCluster,
  })
