/** A path of the console to go to after a sign-in; whatever could lead elsewhere, or round in a circle, becomes `/`. */
export const ownTarget = (given: string | undefined): string => {
  // Browsers take backslashes for slashes, and leave out tabs and line ends.
  if (!given?.startsWith('/') || given.startsWith('//') || /[\\\p{C}]/u.test(given)) return '/'
  if (!URL.canParse(given, 'http://console.invalid')) return '/'
  const { origin, pathname, search, hash } = new URL(given, 'http://console.invalid')
  if (origin !== 'http://console.invalid' || pathname.startsWith('//')) return '/'
  return /^\/(?:sign-in|signed-out|api)(?:\/|$)/.test(pathname) ? '/' : pathname + search + hash
}
