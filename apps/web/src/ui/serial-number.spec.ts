import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serialForms } from './serial-number.ts'

describe('serialForms', () => {
  test('reads a serial that is longer than a number of JavaScript can be', () => {
    expect(serialForms('14257156674311863338')).toEqual({ decimal: '14257156674311863338', hex: 'C5DB98752772BC2A' })
  })

  test.each(['0x01AB', '01:ab', '1ab'])('reads %s as hex', (text) => {
    expect(serialForms(text)).toEqual({ decimal: '427', hex: '01AB' })
  })

  test.each(['', ' ', 'XXX', '12-34', '0x'])('leaves %j alone', (text) => {
    expect(serialForms(text)).toBeUndefined()
  })

  test('both forms are the same number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 160n }), (serial) => {
        const forms = serialForms(serial.toString())
        expect(forms?.decimal).toBe(serial.toString())
        expect(BigInt(`0x${forms?.hex}`)).toBe(serial)
        expect((forms?.hex.length ?? 1) % 2).toBe(0)
      }),
    )
  })
})
