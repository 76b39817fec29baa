import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onlineNote, onlineState, onlineUsers } from './online.ts'

const connection = (client_user_name: string, client_virtual_ip: string) => ({ client_user_name, client_virtual_ip })

test('whoever has a connection is online, everybody else is offline', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.string(), (names, other) => {
      const online = onlineUsers(names.map((name) => connection(name, '10.0.0.6')))
      for (const name of names) expect(onlineState(online, name)).toBe('Online')
      expect(onlineState(online, other)).toBe(names.includes(other) ? 'Online' : 'Offline')
    }),
  )
})

test('where nobody could be asked, nobody is said to be offline', () => {
  expect(onlineState(undefined, 'lyon.01')).toBe('Unknown')
  expect(onlineNote(undefined, 'lyon.01')).toBeUndefined()
})

test('names that objects have by nature are names like others', () => {
  const online = onlineUsers([connection('constructor', '10.0.0.6')])
  expect(onlineState(online, 'constructor')).toBe('Online')
  expect(onlineState(onlineUsers([]), 'constructor')).toBe('Offline')
  expect(onlineState(onlineUsers([]), 'toString')).toBe('Offline')
})

test('beside the state stands the address, or how many connections there are', () => {
  const online = onlineUsers([
    connection('lyon.01', '10.0.0.6'),
    connection('lyon.02', '10.0.0.14'),
    connection('lyon.02', '10.0.0.10'),
    { client_user_name: 'lyon.03' },
  ])
  expect(onlineNote(online, 'lyon.01')).toBe('10.0.0.6')
  expect(onlineNote(online, 'lyon.02')).toBe('2 connections')
  expect(onlineNote(online, 'lyon.03')).toBeUndefined()
  expect(onlineNote(online, 'lyon.04')).toBeUndefined()
})

test('counters and the order of the answer change nothing', () => {
  const first = [connection('a', '10.0.0.6'), connection('a', '10.0.0.10')]
  const second = first.toReversed().map((one) => ({ ...one, inbound_bytes: 7, timestamp: 'later' }))
  expect(onlineUsers(second)).toEqual(onlineUsers(first))
})
