import { expect, test } from 'vitest'
import { endAddresses, peerIdAfter } from './edit-form.ts'
import { connection, lyon, nice, paris } from './testing.ts'

test('the ends’ own addresses, where they can be seen and are addresses', () => {
  expect(endAddresses(connection, paris, lyon)).toEqual({ local: '192.0.2.1', peer: '198.51.100.7' })
  expect(endAddresses(connection, undefined, { ...lyon, id_type: 'fqdn', id_value: 'lyon.example' })).toEqual({
    local: undefined,
    peer: undefined,
  })
})

test('the peer ID follows the customer gateway only where it was the old one’s own', () => {
  const own = { peer_id_type: 'ip', peer_id: '198.51.100.7' }
  const other = { peer_id_type: 'fqdn', peer_id: 'vpn.lyon.example' }
  expect(peerIdAfter(own, lyon, nice)).toEqual({ type: 'ip', id: '198.51.100.8' })
  expect(peerIdAfter(own, lyon, { ...nice, id_type: 'fqdn', id_value: 'nice.example' })).toEqual({
    type: 'fqdn',
    id: 'nice.example',
  })
  expect(peerIdAfter(other, lyon, nice)).toEqual({ type: 'fqdn', id: 'vpn.lyon.example' })
  expect(peerIdAfter(own, lyon, undefined)).toEqual({ type: 'ip', id: '198.51.100.7' })
})
