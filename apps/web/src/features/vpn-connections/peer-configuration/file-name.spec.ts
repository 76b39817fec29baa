import { expect, test } from 'vitest'
import { fileNameOf } from './file-name.ts'

test.each([
  [['lyon'], 'strongswan', 'conf', 'lyon-strongswan.conf'],
  [['lyon-1', 'lyon-2'], 'strongswan', 'conf', 'lyon-strongswan.conf'],
  [['lyon', 'nice'], 'huawei-ar', 'txt', 'lyon-huawei-ar.txt'],
  [['lyon-1', 'lyon-2'], 'Huawei USG / F', 'txt', 'lyon-huawei-usg-f.txt'],
])('%j for %s', (names, device, extension, expected) => {
  expect(fileNameOf(names, device, extension)).toBe(expected)
})
