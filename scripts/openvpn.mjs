import { existsSync } from 'node:fs'
import { installFromDebian } from './debian.mjs'

/**
 * The real server and the real client of remote access, and what makes network namespaces for them. Its service starts
 * nothing, as there is no configuration for it to find.
 */
export const installOpenvpn = () =>
  installFromDebian({
    name: 'OpenVPN',
    packages: ['openvpn', 'iproute2'],
    isThere: () => existsSync('/usr/sbin/openvpn') && (existsSync('/usr/sbin/ip') || existsSync('/sbin/ip')),
    tests: 'the tests with a real client',
  })
