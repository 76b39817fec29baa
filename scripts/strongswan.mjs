import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

const pluginFolders = ['/usr/lib/ipsec/plugins', '/usr/lib/strongswan/plugins']
const plugins = ['libstrongswan-openssl.so', 'libstrongswan-kernel-libipsec.so']

/** The real peers of the end-to-end tests. */
export const installStrongswan = () =>
  installFromDebian({
    name: 'strongSwan',
    // An IKE daemon, the program that tells it what to do, its ciphers, ESP in userspace (which is in the extra
    // plugins), and what makes network namespaces.
    packages: [
      'charon-systemd',
      'strongswan-swanctl',
      'libstrongswan-standard-plugins',
      'libcharon-extra-plugins',
      'iproute2',
    ],
    isThere: () =>
      existsSync('/usr/sbin/charon-systemd') &&
      existsSync('/usr/sbin/swanctl') &&
      (existsSync('/usr/sbin/ip') || existsSync('/sbin/ip')) &&
      pluginFolders.some((folder) => plugins.every((plugin) => existsSync(`${folder}/${plugin}`))),
    tests: 'the tests with real peers',
    // A daemon of its own would take the ports and touch the machine's routes.
    services: ['strongswan'],
  })
