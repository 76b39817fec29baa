import type { PolicyRule, VpnConnection } from '@vpn-console/api-client'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tunnelsOf, tunnelsOn } from './budget.ts'
import { connection } from './testing.ts'

const rules = fc.array(fc.nat({ max: 50 }), { maxLength: 5 })

const policy = (id: string, destinations: readonly number[], vgw_ip = 'eip-1'): VpnConnection => ({
  ...connection,
  id,
  name: id,
  vgw_ip,
  style: 'POLICY',
  policy_rules: destinations.map((count, index): PolicyRule => ({
    source: `192.168.${index}.0/24`,
    destination: Array.from({ length: count }, (_, at) => `10.${index}.${at}.0/24`),
  })),
})

test('a policy costs a tunnel for each source with each destination, and every other mode costs one', () => {
  fc.assert(
    fc.property(rules, (destinations) => {
      expect(tunnelsOf(policy('a', destinations))).toBe(destinations.reduce((sum, count) => sum + count, 0))
    }),
  )
  expect(tunnelsOf(connection)).toBe(1)
})

test('the sum is that of one address, whatever stands on the others, the costliest first', () => {
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 5 }), fc.array(rules, { maxLength: 3 }), (here, elsewhere) => {
      const connections = [
        ...here.map((one, index) => policy(`here-${index}`, one)),
        ...elsewhere.map((one, index) => policy(`there-${index}`, one, 'eip-2')),
      ]
      const { total, shares } = tunnelsOn(connections, 'eip-1')
      expect(total).toBe(here.flat().reduce((sum, count) => sum + count, 0))
      expect(shares.map(({ tunnels }) => tunnels)).toEqual(
        shares.map(({ tunnels }) => tunnels).toSorted((a, b) => b - a),
      )
      expect(shares.every(({ name }) => name.startsWith('here'))).toBe(true)
    }),
  )
})
