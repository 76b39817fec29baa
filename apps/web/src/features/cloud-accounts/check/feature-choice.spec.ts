import { cloudFeatureIds } from '@vpn-console/api-client'
import { expect, test } from 'vitest'
import { toggleFeature } from './feature-choice.ts'

test('a feature brings those that it needs', () => {
  expect(toggleFeature(['metrics'], 'p2c-users', true)).toEqual(['p2c-read', 'p2c-users', 'metrics'])
})

test('without a feature those that need it are of no use', () => {
  expect(toggleFeature(cloudFeatureIds, 'p2c-read', false).filter((id) => id.startsWith('p2c'))).toEqual([])
  expect(toggleFeature(['s2c-read', 's2c-manage'], 's2c-manage', false)).toEqual(['s2c-read'])
})
