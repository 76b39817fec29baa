import { createStore } from '../api/store.ts'
import { readPreference, writePreference } from '../ui/preference.ts'

export type Mode = 'system' | 'light' | 'dark'
export type Density = 'comfortable' | 'compact'
export type Appearance = { mode: Mode; density: Density }

const key = 'appearance'
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

const isAppearance = (value: unknown): value is Appearance =>
  typeof value === 'object' && value !== null && 'mode' in value && 'density' in value

export const appearance = createStore<Appearance>(
  readPreference(key, isAppearance) ?? { mode: 'system', density: 'comfortable' },
)

const apply = () => {
  const { mode, density } = appearance.get()
  const dark = mode === 'dark' || (mode === 'system' && systemDark().matches)
  document.body.classList.toggle('awsui-dark-mode', dark)
  document.body.classList.toggle('awsui-compact-mode', density === 'compact')
}

export const setAppearance = (change: Partial<Appearance>) => {
  appearance.set((current) => ({ ...current, ...change }))
  writePreference(key, appearance.get())
  apply()
}

/** Goes on from `public/appearance.js`, which did the first paint, and follows the system from now on. */
export const followAppearance = () => {
  apply()
  systemDark().addEventListener('change', apply)
}
