import { generateThemeStylesheet } from '@cloudscape-design/components/theming'
import { sharedTokens, theme } from '../src/theme/theme.ts'

const kebab = (name: string) => name.replaceAll(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`)

/** The kit's names carry a hash of its version, so they are read from a sheet that it makes of just these tokens. */
const kitNames = (): ReadonlyMap<string, string> => {
  const probe = Object.fromEntries(sharedTokens.map((name) => [name, 'inherit']))
  const sheet = generateThemeStylesheet({ theme: { tokens: probe } })
  return new Map(
    [...sheet.matchAll(/--([a-z0-9-]+)-[a-z0-9]+:/g)].map(([full, name = '']) => [name, full.slice(0, -1)]),
  )
}

/** Our theme over the kit's, and plain names for the tokens that our own stylesheets use. */
export const themeSheet = (): string => {
  const names = kitNames()
  const aliases = sharedTokens.map((token) => {
    const name = names.get(kebab(token))
    if (name === undefined) throw new Error(`The kit has no token ${token}.`)
    return `  --${kebab(token)}: var(${name});`
  })
  return `${generateThemeStylesheet({ theme })}\nbody {\n${aliases.join('\n')}\n}\n`
}
