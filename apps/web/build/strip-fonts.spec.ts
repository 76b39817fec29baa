import { expect, test } from 'vitest'
import { withoutFonts } from './strip-fonts.ts'

test('embedded fonts go, everything else stays', () => {
  const css = 'a{color:red}@font-face {\n  font-family: X;\n  src: url(data:font/woff2;base64,AAAA);\n}b{color:blue}'
  expect(withoutFonts(css)).toBe('a{color:red}b{color:blue}')
})
