import type { Plugin } from 'vite'

const fallbackPattern = /components[\\/]error-boundary[\\/]fallback\.js$/

/**
 * Leaves the kit's error page out: it is drawn only below the kit's own error boundary, which the console does not
 * use (the routes have theirs), and it would bring a library for message formats into the first load.
 */
export const leanKit = (): Plugin => ({
  name: 'lean-kit',
  enforce: 'pre',
  load: (id) => (fallbackPattern.test(id) ? 'export const ErrorBoundaryFallback = () => null\n' : undefined),
})
