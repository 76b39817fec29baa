import { expect, test } from 'vitest'

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })

// The kit's button submits the form it stands in unless told otherwise: a key generator would go to the next step.
test('every button of the kit says whether it submits', () => {
  const silent = Object.entries(sources).flatMap(([path, source]) => {
    const tags = source.split(/<Button(?=[\s>])/).slice(1)
    return tags.filter((tag) => !/^(?:[^{}>]|=>|\{(?:[^{}]|\{[^{}]*\})*\})*formAction/.test(tag)).map(() => path)
  })
  expect(silent).toEqual([])
})
