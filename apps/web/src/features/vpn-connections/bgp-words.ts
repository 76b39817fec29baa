type BgpState = { words: string; kind: 'success' | 'error' | 'pending' | 'info' }

const meanings: Record<string, string> = {
  idle: 'not trying',
  connect: 'opening the session',
  active: 'trying to reach the neighbour',
  opensent: 'waiting for the neighbour’s answer',
  openconfirm: 'about to be established',
}

/** The state of a BGP session: its own word, and what that means where it is not the one wanted. */
export const bgpStateWords = (state: string | undefined): BgpState => {
  if (!state) return { words: 'Not known', kind: 'info' }
  const name = `${state.charAt(0).toUpperCase()}${state.slice(1)}`
  const key = state.toLowerCase()
  if (key === 'established') return { words: name, kind: 'success' }
  const meaning = meanings[key]
  if (meaning === undefined) return { words: name, kind: 'info' }
  return { words: `${name}: ${meaning}`, kind: key === 'openconfirm' || key === 'opensent' ? 'pending' : 'error' }
}

const units = { d: 'd', h: 'h', m: 'min', s: 's' } as const

/** How long a session has been in its state: the two largest units of `5d18h08m03s`. Another notation is left as it is. */
export const bgpSpanWords = (duration: string): string => {
  if (!/^(?:\d+[dhms])+$/.test(duration)) return duration
  const parts = [...duration.matchAll(/(\d+)([dhms])/g)].map(([, count, unit]) => ({
    count: Number(count),
    // The pattern has no other letters.
    word: units[unit as keyof typeof units],
  }))
  const first = parts.findIndex(({ count }) => count > 0)
  if (first < 0) return '0 s'
  const shown = parts.slice(first, first + 2).filter(({ count }) => count > 0)
  return shown.map(({ count, word }) => `${count} ${word}`).join(' ')
}
