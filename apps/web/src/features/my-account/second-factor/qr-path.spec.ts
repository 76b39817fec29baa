import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

/** The squares that a path covers. */
const squaresOf = (path: string) =>
  [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width, back]) => {
    expect(width).toBe(back)
    return Array.from({ length: Number(width) }, (_, offset) => `${Number(x) + offset},${y}`)
  })

test('a path covers the dark squares, each once, and no other', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), { maxLength: 8 }), (rows) => {
      const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))
      expect(squaresOf(qrPath(rows))).toEqual(dark)
    }),
  )
})

test('a real address makes a code with its three corners', () => {
  const { data, size } = encode('otpauth://totp/VPN%20Console:lyon?secret=ABCDEFGH', { border: 0 })
  const squares = new Set(squaresOf(qrPath(data)))
  for (const [x, y] of [
    [0, 0],
    [size - 1, 0],
    [0, size - 1],
  ]) {
    expect(squares.has(`${x},${y}`)).toBe(true)
  }
})
