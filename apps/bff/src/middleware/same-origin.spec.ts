import type { Request } from 'express'
import { describe, expect, test } from 'vitest'
import { createOriginCheck } from './same-origin.ts'

// Only the headers are looked at.
const passes = (publicUrl: string | undefined, headers: Record<string, string>) => {
  try {
    createOriginCheck(publicUrl)({ headers } as Request)
    return true
  } catch {
    return false
  }
}

const local = { host: '127.0.0.1:8080', origin: 'http://127.0.0.1:8080' }

describe('without a public address', () => {
  test.each<[boolean, string, Record<string, string>]>([
    [true, 'the page itself', local],
    [true, 'by name', { host: 'localhost:5173', origin: 'http://localhost:5173' }],
    [true, 'IPv6', { host: '[::1]:8080', origin: 'http://[::1]:8080' }],
    [true, 'and as the browser says', { ...local, 'sec-fetch-site': 'same-origin' }],
    [true, 'where only the browser says', { host: local.host, 'sec-fetch-site': 'same-origin' }],
    [false, 'no word at all', { host: local.host }],
    [false, 'another port', { ...local, origin: 'http://127.0.0.1:8081' }],
    [false, 'another site', { ...local, 'sec-fetch-site': 'same-site' }],
    [false, 'a typed address', { ...local, 'sec-fetch-site': 'none' }],
    [false, 'a hidden origin', { ...local, origin: 'null' }],
    [false, 'a foreign name that resolves to us', { host: 'evil.example:8080', origin: 'http://evil.example:8080' }],
  ])('%s: %s', (expected, _name, headers) => {
    expect(passes(undefined, headers)).toBe(expected)
  })
})

describe('with a public address', () => {
  const own = 'https://vpn.example.org'
  test.each<[boolean, string]>([
    [true, 'https://vpn.example.org'],
    [false, 'http://vpn.example.org'],
    [false, 'https://vpn.example.org.evil.example'],
    [false, 'http://127.0.0.1:8080'],
  ])('%s: %s', (expected, origin) => {
    expect(passes(`${own}/`, { host: '127.0.0.1:8080', origin })).toBe(expected)
  })
})
