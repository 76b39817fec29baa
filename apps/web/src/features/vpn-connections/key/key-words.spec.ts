import { expect, test } from 'vitest'
import { orderWords } from './key-words.ts'

const [first, second] = [{ name: 'vpn-lyon-1' }, { name: 'vpn-lyon-2' }]

test('of a pair one tunnel always carries the traffic', () => {
  const [sent, peer, ...resets] = orderWords([first, second], 'cgw-lyon', true)
  expect(sent).toContain('vpn-lyon-1 and vpn-lyon-2')
  expect(peer).toContain('cgw-lyon')
  expect(resets[0]).toContain('while vpn-lyon-2 carries the traffic')
  expect(resets[1]).toContain('Once vpn-lyon-1 is connected again')
})

test('a tunnel alone is interrupted, and that is said', () => {
  expect(orderWords([first], 'cgw-lyon', true).at(-1)).toContain('interrupted')
})

test('without a reset the next negotiation takes the key', () => {
  expect(orderWords([first], 'cgw-lyon', false).at(-1)).toContain('next negotiation')
})

test('nothing chosen, nothing to tell', () => {
  expect(orderWords([], 'cgw-lyon', true)).toEqual(['Choose at least one tunnel.'])
})
