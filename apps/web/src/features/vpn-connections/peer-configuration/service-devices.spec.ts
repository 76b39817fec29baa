import { ApiError } from '@vpn-console/api-client'
import { describe, expect, test } from 'vitest'
import { isNotOffered } from '../../../api/gone.ts'
import { fillKey, hasKeyMark, serviceDevicesOf } from './service-devices.ts'

describe('the devices of the service', () => {
  test('are read as the reference has them', () => {
    const [device] = serviceDevicesOf([{ vendor: 'Huawei', type: 'USG', model: 'USG6655F', version: 'default' }])
    expect(device).toMatchObject({
      label: 'Huawei USG USG6655F',
      asked: { vendor: 'Huawei', type: 'USG', model: 'USG6655F', version: 'default' },
    })
  })

  test('are read as the SDK has them', () => {
    const [device] = serviceDevicesOf([{ vendor: 'Cisco', platform: 'ASR', version: '17.3' }])
    expect(device).toMatchObject({
      label: 'Cisco ASR 17.3',
      asked: { vendor: 'Cisco', type: 'ASR', model: 'ASR', version: '17.3' },
    })
  })

  test('are left out where they cannot be asked for', () => {
    expect(serviceDevicesOf([{ vendor: 'Huawei' }, { type: 'USG', model: 'X' }])).toEqual([])
  })
})

test('only an answer that there is no such call means that the region has none', () => {
  const answered = (status: number) => new ApiError({ status, code: 'X', message: 'x', requestId: undefined })
  expect([404, 501, 403, 500].map((status) => isNotOffered(answered(status)))).toEqual([true, true, false, false])
  expect(isNotOffered(new Error('offline'))).toBe(false)
})

test('a key goes to each mark, character by character', () => {
  const text = ' pre-shared-key <pre-shared-key>\n key <PRE-SHARED-KEY>\n'
  expect(fillKey(text, '$&$1-Ab')).toBe(' pre-shared-key $&$1-Ab\n key $&$1-Ab\n')
  expect(fillKey(text, undefined)).toBe(text)
  expect([hasKeyMark(text), hasKeyMark('no mark'), hasKeyMark(text)]).toEqual([true, false, true])
})
