import { useEffect, useState } from 'react'
import { useNavigation } from 'react-router'

/** Time after the last key until the URL has what was typed: a key is no page, and should cost no navigation. */
const urlDelayMs = 400

/**
 * What is searched for: at once as it is typed, in the URL a moment later. A change of the URL from elsewhere takes
 * over; `turn` counts those, so that the field can begin anew.
 */
export const useFind = (inUrl: string, write: (find: string) => void) => {
  const [{ find, turn }, setState] = useState({ find: inUrl, turn: 0 })
  const [seen, setSeen] = useState(inUrl)
  const [sent, setSent] = useState(inUrl)
  const replace = (next: string) => {
    setSent(next)
    setState({ find: next, turn: turn + 1 })
  }
  if (inUrl !== seen) {
    setSeen(inUrl)
    if (inUrl !== sent) replace(inUrl)
  }
  // Writing the URL is a navigation, too: it would call back the one to a page that is on its way.
  const isLeaving = useNavigation().state !== 'idle'
  useEffect(() => {
    if (find === sent || isLeaving) return undefined
    const timer = setTimeout(() => {
      setSent(find)
      write(find)
    }, urlDelayMs)
    return () => clearTimeout(timer)
  }, [find, sent, write, isLeaving])
  return { find, turn, type: (next: string) => setState({ find: next, turn }), clear: () => replace('') }
}
