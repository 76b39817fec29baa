import { useState } from 'react'
import { useSearchParams } from 'react-router'

type Choices = { device: string; tunnels: string; nat: string }

const names = ['device', 'tunnels', 'nat'] as const

/** What is chosen on the tab, in the URL too: a colleague who is sent it sees the same text. Never the key. */
export const useChoices = () => {
  const [search, setSearch] = useSearchParams()
  // The URL follows only when the page's loaders have run again, and a choice shows at once.
  const [chosen, setChosen] = useState<Choices>(() => ({
    device: search.get('device') ?? '',
    tunnels: search.get('tunnels') ?? '',
    nat: search.get('nat') ?? '',
  }))
  const choose = (change: Partial<Choices>) => {
    const next = { ...chosen, ...change }
    setChosen(next)
    setSearch(
      (current) => {
        const params = new URLSearchParams(current)
        for (const name of names) {
          if (next[name] === '') params.delete(name)
          else params.set(name, next[name])
        }
        return params
      },
      { replace: true, preventScrollReset: true },
    )
  }
  return {
    device: chosen.device || 'strongswan',
    isAlone: chosen.tunnels === 'one',
    isBehindNat: chosen.nat === '1',
    choose,
  }
}
