import { catalogue } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { secretPlaces } from './secret-places.ts'

test('each secret of a body is found, in lists, too', () => {
  expect(secretPlaces(catalogue.createVpnConnection.body)).toEqual(['vpn_connection.psk'])
  expect(secretPlaces(catalogue.batchCreateVpnConnection.body)).toEqual(['vpn_connections.*.psk'])
  expect(secretPlaces(catalogue.createToken.body)).toEqual(['auth.identity.password.user.password'])
  expect(secretPlaces(catalogue.createVgw.body)).toEqual([])
})
