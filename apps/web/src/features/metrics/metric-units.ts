/** What a figure counts. Rates are counted in 1024s, as Cloud Eye does; packets in thousands. */
export type Unit = 'bit/s' | 'packets/s' | 'ms' | '%' | 'connections'

const prefixes: Partial<Record<Unit, { base: number; names: readonly string[] }>> = {
  'bit/s': { base: 1024, names: ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s'] },
}

/** One megabit per second as Cloud Eye counts it. */
export const megabit = 1024 ** 2

export type Scale = { factor: number; name: string }

/** The factor and name in which a figure of this size is read best. */
export const scaleFor = (unit: Unit, size: number): Scale => {
  const ladder = prefixes[unit]
  if (!ladder) return { factor: 1, name: unit }
  const { base, names } = ladder
  let step = 0
  while (step < names.length - 1 && Math.abs(size) >= base ** (step + 1)) step += 1
  return { factor: base ** step, name: names[step] ?? unit }
}

const digits = (value: number) =>
  Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2

/** A plain number, as exact as its size deserves. */
export const numberWords = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: digits(value), useGrouping: true })

/** A figure with its unit: `12.3 Mbit/s`. */
export const valueWords = (unit: Unit, value: number): string => {
  const { factor, name } = scaleFor(unit, value)
  const words = numberWords(value / factor)
  return unit === 'connections' && value === 1 ? '1 connection' : `${words} ${name}`
}

export type Axis = { max: number; ticks: readonly number[]; scale: Scale }

const steps = [1, 2, 2.5, 5, 10]

/** An axis from zero to a round number not below `highest`, with three to six round ticks. */
export const axisFor = (unit: Unit, highest: number): Axis => {
  const top = highest > 0 ? highest : 1
  const scale = scaleFor(unit, top)
  const wanted = top / scale.factor / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const fitting = (steps.find((step) => step * power >= wanted) ?? 10) * power
  // There is no half a connection.
  const step = unit === 'connections' ? Math.max(1, Math.ceil(fitting)) : fitting
  const count = Math.max(1, Math.ceil(top / scale.factor / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step * scale.factor)
  return { max: count * step * scale.factor, ticks, scale }
}
