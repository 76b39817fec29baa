import { useEffect, useState, type RefObject } from 'react'

/** Whether an element has come into the window at some time; from then on it stays true. */
export const useWasSeen = (place: RefObject<Element | null>): boolean => {
  const [wasSeen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || wasSeen) return undefined
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [place, wasSeen])
  return wasSeen
}
