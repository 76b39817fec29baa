import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { stepOfFields } from '../../../ui/form/wizard-steps.ts'
import { connectionFormDefaults, type ConnectionFormValues } from './connection-form.ts'
import { connectionSteps } from './connection-steps.ts'
import { facts, filledIn, paris } from './testing.ts'

const known = facts()

const words = (change: Partial<ConnectionFormValues> = {}, on = known) =>
  connectionSteps(on).map(({ summary }) =>
    renderToStaticMarkup(
      <>
        {summary?.(filledIn(on, change)).map(({ label, value }) => (
          <p key={label}>
            {label}: {value}
          </p>
        ))}
      </>,
    ),
  )

const leaves = (value: unknown, path: string): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key))
    : [path]

test('each field of the form belongs to a step, so that each error has one to open', () => {
  const steps = connectionSteps(known)
  const homeless = leaves(connectionFormDefaults(), '').filter((path) => stepOfFields(steps, [path]) === undefined)
  expect(homeless).toEqual([])
})

test('the summary names what was chosen, and never shows a key', () => {
  const text = words().join('\n')
  for (const part of ['gw-paris', 'cgw-lyon', '192.0.2.10', '198.51.100.1', '192.168.0.0/24', 'AES-256-GCM-16']) {
    expect(text).toContain(part)
  }
  expect(text).toContain('paris-lyon-1, paris-lyon-2')
  expect(text).not.toContain('abcdABCD1234')
})

test('each mode has its own lines', () => {
  const traffic = (change: Partial<ConnectionFormValues>) => words(change)[1]
  expect(traffic({ style: 'static' })).toContain('Probing')
  expect(traffic({ style: 'bgp' })).toContain('Branch interconnection')
  expect(traffic({ style: 'bgp' })).not.toContain('Probing')
  const policy = traffic({ style: 'policy', policy_rules: [{ source: '10.0.0.0/24', destination: '192.168.0.0/24' }] })
  expect(policy).toContain('1 rule: 1 tunnel on each address')
  expect(policy).not.toContain('Tunnel addresses')
})

test('a key that a reload has taken is asked for, and a GM gateway has none', () => {
  const [first, second] = filledIn(known).tunnels
  expect(words({ tunnels: [{ ...first, psk: '' }, second] })[2]).toContain('Not entered yet')
  const gm = words({}, facts({ gateways: [{ ...paris, flavor: 'GM' }] }))[2]
  expect(gm).toContain('SM4')
  expect(gm).not.toContain('Pre-shared key')
})
