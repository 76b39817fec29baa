import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

/** The reverse proxy in front of several consoles. */
export const installNginx = () =>
  installFromDebian({
    name: 'nginx',
    packages: ['nginx'],
    isThere: () => existsSync('/usr/sbin/nginx'),
    tests: 'the tests with a reverse proxy',
    services: ['nginx'],
  })
