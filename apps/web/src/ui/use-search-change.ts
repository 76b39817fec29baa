import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/** Changes some parameters of the URL and leaves the others; an empty one goes. */
export const changeSearch = (search: URLSearchParams, change: Readonly<Record<string, string>>): URLSearchParams => {
  const next = new URLSearchParams(search)
  for (const [key, value] of Object.entries(change)) {
    if (value === '') next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** The parameters of the URL, and how to change some of them. `replace`: no way back to what was before. */
export const useSearchChange = () => {
  const [search, setSearch] = useSearchParams()
  const change = useCallback(
    (wanted: Readonly<Record<string, string>>, { replace = false }: { replace?: boolean } = {}) =>
      setSearch((current) => changeSearch(current, wanted), { replace, preventScrollReset: true }),
    [setSearch],
  )
  return [search, change] as const
}
