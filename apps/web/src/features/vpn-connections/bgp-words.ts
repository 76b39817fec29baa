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
