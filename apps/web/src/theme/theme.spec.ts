import { expect, test } from 'vitest'
import { theme } from './theme.ts'

/** Relative luminance as WCAG has it. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

// The theme gives its palettes as colours by step.
const palettes = theme.referenceTokens?.color as Record<'primary' | 'neutral', Record<number, string>>
const step = (palette: 'primary' | 'neutral', number: number): string => palettes[palette][number] ?? 'missing'

const white = '#ffffff'

test.each([
  ['accent on a light container', step('primary', 600), white],
  ['accent on the light page', step('primary', 600), step('neutral', 150)],
  ['accent on a chosen item, light', step('primary', 600), step('primary', 50)],
  ['white on the light primary button', white, step('primary', 600)],
  ['small print on the light page', step('neutral', 650), step('neutral', 150)],
  ['inactive text on a light container', step('neutral', 600), white],
  ['accent on a dark container', step('primary', 400), step('neutral', 850)],
  ['accent on the dark page', step('primary', 400), step('neutral', 950)],
  ['accent on a chosen item, dark', step('primary', 400), step('primary', 1000)],
  ['dark text on the dark primary button', step('neutral', 950), step('primary', 400)],
  ['small print on the dark page', step('neutral', 350), step('neutral', 950)],
  ['inactive text on a dark container', step('neutral', 450), step('neutral', 850)],
])('%s can be read (AA)', (_, text, surface) => {
  expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5)
})
