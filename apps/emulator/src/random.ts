/** A number from 0 to 4294967295 that depends on the text alone (FNV-1a, then mixed). */
export const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
  return (value ^ (value >>> 15)) >>> 0
}

/** A number from 0 to 1 that depends on the text alone: the same figures each time they are asked for. */
export const noise = (text: string): number => hash(text) / 0x1_0000_0000

export type Random = {
  /** From 0 to 1, without 1. */
  next: () => number
  /** A whole number from min to max. */
  whole: (min: number, max: number) => number
  hex: (digits: number) => string
  uuid: () => string
  /** Starts anew from another seed. */
  reseed: (seed: string) => void
}

/** Numbers that look random and are the same for the same seed (mulberry32). */
export const createRandom = (seed: string): Random => {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    whole: (min, max) => min + Math.floor(next() * (max - min + 1)),
    hex,
    reseed: (other) => {
      state = hash(other)
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(next() * 4)]}${hex(3)}-${hex(12)}`,
  }
}
