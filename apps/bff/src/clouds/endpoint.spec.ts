import { describe, expect, test } from 'vitest'
import { isPrivateAddress } from '../outbound.ts'
import { endpointProblem, lookupEndpoint } from './endpoint.ts'

describe('addresses', () => {
  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::1',
    'localhost',
    '',
  ])('%s is not public', (address) => {
    expect(isPrivateAddress(address)).toBe(true)
  })

  test.each(['8.8.8.8', '100.63.255.255', '100.128.0.1', '172.15.0.1', '172.32.0.1', '198.20.0.1', '2a00:1450::1'])(
    '%s is public',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false)
    },
  )
})

describe('an endpoint that somebody enters', () => {
  test.each<[string, string]>([
    ['http://vpn.example.com', 'https'],
    ['ftp://vpn.example.com', 'https'],
    ['https://user:word@vpn.example.com', 'user and password'],
    ['https://user@vpn.example.com', 'user and password'],
    ['https://vpn.example.com/inner', 'path'],
    ['https://vpn.example.com/?a=1', 'path'],
    ['https://vpn.example.com/#a', 'path'],
    ['https://127.0.0.1', 'private'],
    ['https://127.1', 'private'],
    ['https://2130706433', 'private'],
    ['https://0x7f000001', 'private'],
    ['https://017700000001', 'private'],
    ['https://169.254.169.254', 'private'],
    ['https://10.0.0.1:8443', 'private'],
    ['https://100.100.100.200', 'private'],
    ['https://[::1]', 'private'],
    ['https://[::ffff:10.0.0.1]', 'private'],
    ['https://[fd00:ec2::254]', 'private'],
    ['https://localhost', 'private'],
    ['https://LOCALHOST.', 'private'],
    ['https://inner.localhost', 'private'],
    ['vpn.example.com', 'address'],
    ['', 'address'],
  ])('%s is refused', (text, word) => {
    expect(endpointProblem(text, false)).toContain(word)
  })

  test.each(['https://vpn.example.com', 'https://vpn.example.com:8443', 'https://8.8.8.8'])(
    '%s may be used',
    (text) => {
      expect(endpointProblem(text, false)).toBeUndefined()
    },
  )

  test('may be private and plain where the console is set so, but never hold a password', () => {
    expect(endpointProblem('http://127.0.0.1:9000', true)).toBeUndefined()
    expect(endpointProblem('http://user:word@127.0.0.1:9000', true)).toContain('user and password')
  })
})

const looked = (name: string, all: boolean) =>
  new Promise((resolve) => {
    lookupEndpoint(name, { all }, (error, address) => resolve(error ?? address))
  })

test.each([true, false])('a name that leads to this machine is refused when it is resolved (all: %s)', async (all) => {
  expect(await looked('localhost', all)).toMatchObject({ code: 'CONSOLE.PRIVATE_ADDRESS' })
})

test.each([
  [true, [{ address: '8.8.8.8', family: 4 }]],
  [false, '8.8.8.8'],
])('a public one is passed on as it was asked for (all: %s)', async (all, expected) => {
  expect(await looked('8.8.8.8', all)).toEqual(expected)
})
