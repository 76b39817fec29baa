import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clientErrorsOf } from './client-errors.ts'
import { forOldClients, hasOffloadOption, profileFileName, withCredentials } from './profile.ts'
import { installSteps, systemOf, systems } from './systems.ts'

const own = { certificate: '-----C-----\nabc\n-----C-----\n', key: '-----K-----\ndef\n-----K-----' }
const certBlock = '<cert>\n-----C-----\nabc\n-----C-----\n</cert>'
const keyBlock = '<key>\n-----K-----\ndef\n-----K-----\n</key>'

test.each([
  ['at the end', 'client\n', `client\n${certBlock}\n${keyBlock}\n`],
  ['at its places', '#<cert>\n#</cert>\n; <key>\n; </key>\n<ca>\n</ca>\n', `${certBlock}\n${keyBlock}\n<ca>\n</ca>\n`],
  ['instead of others', '<key>\nold\n</key>\n<cert>\n</cert>\nnobind\n', `${keyBlock}\n${certBlock}\nnobind\n`],
  ['instead of files', 'cert client.crt\nkey client.key\nnobind', `nobind\n${certBlock}\n${keyBlock}\n`],
])('certificate and key are put %s', (_where, profile, merged) => {
  expect(withCredentials(profile, own)).toBe(merged)
})

test('the ends of lines stay as they were', () => {
  expect(withCredentials('client\r\nnobind\r\n', own)).toBe(
    `client\nnobind\n${certBlock}\n${keyBlock}\n`.replaceAll('\n', '\r\n'),
  )
})

test('putting them in twice is the same as once, and no option of the profile changes', () => {
  const line = fc.constantFrom('client', 'dev tun', '#<cert>', '#</cert>', '<ca>', 'MIIB', '</ca>', 'verb 3', '# text')
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const once = withCredentials(lines.join('\n'), own)
      expect(withCredentials(once, own)).toBe(once)
      const kept: string[] = lines.filter((text) => !text.startsWith('#'))
      expect(once.split('\n').filter((text) => kept.includes(text))).toEqual(kept)
    }),
  )
})

test('old clients are spared the option that they do not know', () => {
  const profile = '# Remove disable-dco for old ones\r\ndisable-dco\r\nnobind\r\n'
  expect(hasOffloadOption(profile)).toBe(true)
  expect(forOldClients(profile)).toBe('# Remove disable-dco for old ones\r\n#disable-dco\r\nnobind\r\n')
  expect(hasOffloadOption(forOldClients(profile))).toBe(false)
})

test('a file has a name that every system takes', () => {
  expect(profileFileName('p2c-paris', 'windows')).toBe('p2c-paris-windows.ovpn')
  expect(profileFileName('网关/..', 'linux')).toBe('vpn-linux.ovpn')
  fc.assert(fc.property(fc.string(), (name) => /^\w[\w.-]*\.ovpn$/.test(profileFileName(name, 'ios'))))
})

test('each system has its own steps, which end with how to see that it works', () => {
  const steps = systems.map((system) => installSteps(system, 'vpn.ovpn', 'LOCAL_PASSWORD'))
  expect(new Set(steps.map((of) => of.join())).size).toBe(5)
  for (const [index, of] of steps.entries()) expect(of.at(-1)).toBe(systems[index]?.check)
  expect(installSteps(systemOf('linux'), 'a.ovpn', 'CERT').join()).toContain('the certificate in the profile')
  expect(systemOf('amiga')).toBe(systems[0])
  // The spelling that every region takes.
  expect(systemOf('macos').osType).toBe('MacOS')
})

test('the errors are those that can happen at the server', () => {
  const seen = (usesCertificates: boolean) => clientErrorsOf(usesCertificates).map((error) => error.seen)
  expect(seen(false)).toContain('AUTH_FAILED')
  expect(seen(false)).not.toContain('wrong tag')
  expect(seen(true)).toContain('wrong tag')
  expect(seen(true)).not.toContain('AUTH_FAILED')
})
