const gap = 4
const edge = 8

/** Puts a menu below its button and flush with its end; above, where there is more room. */
export const placeBelow = (menu: HTMLElement, button: HTMLElement): void => {
  const place = button.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = menu
  const { clientWidth, clientHeight } = document.documentElement
  const below = place.bottom + gap
  const fits = below + offsetHeight + edge <= clientHeight
  const top = fits || place.top < clientHeight - place.bottom ? below : place.top - gap - offsetHeight
  const left = Math.min(Math.max(edge, place.right - offsetWidth), clientWidth - offsetWidth - edge)
  menu.style.setProperty('inset', `${Math.max(edge, top)}px auto auto ${left}px`)
}

/** Which item a key leads to, by the habits of menus; undefined for other keys. */
export const neighbour = (key: string, current: number, count: number): number | undefined => {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count
    case 'ArrowUp':
      return (Math.max(current, 0) - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
