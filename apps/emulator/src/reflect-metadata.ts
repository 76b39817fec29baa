// The certificate library registers its parts through decorators, which ask for these functions. None of the parts
// takes anything from them, so they have nothing to remember.
const nothing: Record<string, () => unknown> = {
  getMetadata: () => undefined,
  getOwnMetadata: () => undefined,
  hasOwnMetadata: () => false,
  defineMetadata: () => undefined,
  metadata: () => () => undefined,
}

for (const [name, value] of Object.entries(nothing)) {
  if (!(name in Reflect)) Object.defineProperty(Reflect, name, { value, configurable: true, writable: true })
}
