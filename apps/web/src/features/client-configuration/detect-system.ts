import type { SystemId } from './systems.ts'

/** The system of the browser that asks, for a first choice; what is not known counts as Windows. */
export const detectSystem = (userAgent: string): SystemId => {
  if (/android/i.test(userAgent)) return 'android'
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/mac os x|macintosh/i.test(userAgent)) return 'macos'
  return /linux|x11|cros/i.test(userAgent) ? 'linux' : 'windows'
}
