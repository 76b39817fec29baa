import { isRead, operation, operationNames, requiredAction } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { permissionsOf } from './roles.ts'

const changes = operationNames.filter((name) => !isRead(operation(name)))
const may = (role: string, name: (typeof operationNames)[number]) => permissionsOf([role]).may(requiredAction(name))

describe('roles', () => {
  test('an administrator may do everything', () => {
    expect(operationNames.filter((name) => !may('administrator', name))).toEqual([])
  })

  test('support reads everything, resets and disconnects, and changes nothing else', () => {
    expect(changes.filter((name) => may('support', name)).toSorted()).toEqual([
      'deleteP2cVgwConnection',
      'resetVpnConnection',
    ])
    expect(operationNames.filter((name) => !changes.includes(name) && !may('support', name))).toEqual([])
  })

  test('a network administrator makes every change to the VPN', () => {
    const refused = changes.filter((name) => operation(name).service === 'vpn' && !may('network-admin', name))
    expect(refused).toEqual([])
  })

  test.each([[[]], [['somebody']], [['']], [['constructor']]])('%j may do nothing that asks for an action', (roles) => {
    const { may, actions } = permissionsOf(roles)
    expect(actions).toEqual([])
    expect(may('vpn:vpnGateways:list')).toBe(false)
  })

  test('a change without an action in the reference is not open to all', () => {
    expect(may('support', 'createP2cVgw')).toBe(false)
    expect(may('network-admin', 'createP2cVgw')).toBe(true)
    expect(requiredAction('deleteP2cVgw')).toBe('vpn:deleteP2cVgw')
    expect(requiredAction('listConnectionIpsecSa')).toBeNull()
  })

  test('roles add up', () => {
    expect(permissionsOf(['support', 'network-admin']).may('vpn:vpnGateways:delete')).toBe(true)
  })
})
