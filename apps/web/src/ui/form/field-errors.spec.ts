import { ApiError } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { fieldErrors, fieldOfPath, problemIssues } from './field-errors.ts'

type Values = { name: string; zones: string[]; eip1: { size: string } }
const map = { 'vpn_gateway.name': 'name', 'vpn_gateway.eip1': 'eip1.size' } as const

const refused = (code: string, fields?: Record<string, string>) =>
  new ApiError({ status: 400, code, message: 'No.', fields })

test('named fields come first, by the longest beginning that is known', () => {
  const error = refused('VPN.0001', { 'vpn_gateway.name': 'Too long.', 'vpn_gateway.eip1.bandwidth_size': 'Too much.' })
  expect(fieldErrors<Values>(error, map, { 'VPN.0001': 'zones' })).toEqual([
    { field: 'name', message: 'Too long.' },
    { field: 'eip1.size', message: 'Too much.' },
  ])
})

test('then the code; else it belongs to the form as a whole', () => {
  expect(fieldErrors<Values>(refused('VPN.0515'), map, { 'VPN.0515': 'zones' })).toEqual([
    { field: 'zones', message: 'No.' },
  ])
  expect(fieldErrors<Values>(refused('VPN.0999', { colour: 'No.' }), map)).toEqual([])
  expect(fieldErrors<Values>(new Error('a fault of ours'), map)).toEqual([])
})

test('a path that nobody knows has no field', () => {
  expect(fieldOfPath<Values>('vpn_gateway.colour', map)).toBeUndefined()
})

test('problems of a rule become issues of the schema at their fields', () => {
  const problems = [
    { rule: 'r', path: 'vpn_gateway.eip1.type', message: 'A.', code: 'c' },
    { rule: 'r', path: 'else', message: 'B.', code: 'c' },
  ]
  expect(problemIssues<Values>(problems, map, 'name').map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['eip1.size', 'A.'],
    ['name', 'B.'],
  ])
})
