import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent, fetch } from 'undici'
import { describe, expect, onTestFinished, test } from 'vitest'
import { guardedLookup, isPrivateAddress, outboundProblem } from './outbound.ts'

test.each([
  ['127.0.0.1', true],
  ['10.1.2.3', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['192.168.0.1', true],
  ['169.254.169.254', true],
  ['100.100.100.100', true],
  ['0.0.0.0', true],
  ['::1', true],
  ['::', true],
  ['::ffff:10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['2606:4700::1', false],
  ['203.0.113.1', false],
])('%s is private: %s', (address, expected) => {
  expect(isPrivateAddress(address)).toBe(expected)
})

describe('an address that somebody typed', () => {
  test.each([
    'https://login.example.org',
    'https://login.example.org:8443/realms/paris',
    'https://203.0.113.1/',
    'https://[2606:4700::1]/',
  ])('%s may be called', (address) => {
    expect(outboundProblem(address, { allowPrivate: false })).toBeUndefined()
  })

  test.each([
    'http://login.example.org',
    'file:///etc/passwd',
    'https://user:secret@login.example.org',
    'https://169.254.169.254/latest',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://localhost/',
    'http://127.0.0.1:9000',
    'login.example.org',
  ])('%s may not', (address) => {
    expect(outboundProblem(address, { allowPrivate: false })).toMatch(/\.$/)
  })

  test('may be on this machine where that is allowed, and only there without https', () => {
    expect(outboundProblem('http://127.0.0.1:9000', { allowPrivate: true })).toBeUndefined()
    expect(outboundProblem('http://login.example.org', { allowPrivate: true })).toMatch(/https/)
  })
})

test('a name that leads to this machine is refused when it is looked up', async () => {
  const server = createServer((_request, response) => response.end('inside'))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  const ask = async (allowPrivate: boolean) => {
    const dispatcher = new Agent({ connect: { lookup: guardedLookup({ allowPrivate }) } })
    onTestFinished(() => dispatcher.close())
    return (await fetch(`http://localhost:${port}/`, { dispatcher })).text()
  }
  await expect(ask(false)).rejects.toMatchObject({
    cause: { message: expect.stringMatching(/private network/) },
  })
  expect(await ask(true)).toBe('inside')
})
