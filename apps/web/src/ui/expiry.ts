export type Expiry = { words: string; kind: 'error' | 'warning' | 'success' }

const dayMs = 86_400_000
/** Early enough to order another certificate and to bring it to the device. */
const warnDays = 30

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** What a certificate's end means today, in words. */
export const expiryOf = (end: number, now: number): Expiry => {
  const left = end - now
  if (left <= 0) {
    const ago = Math.floor(-left / dayMs)
    return { words: ago === 0 ? 'Expired today' : `Expired ${days(ago)} ago`, kind: 'error' }
  }
  const count = Math.floor(left / dayMs)
  const words = count === 0 ? 'Expires today' : `${days(count)} left`
  return { words, kind: count < warnDays ? 'warning' : 'success' }
}
