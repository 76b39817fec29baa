import type { Plugin } from 'vite'

export const withoutFonts = (css: string): string => css.replaceAll(/@font-face\s*\{[^}]*\}/g, '')

/**
 * Takes the embedded web fonts (138 KB gzip) out of the kit's global styles: the console uses the system's, and its
 * Content-Security-Policy has no room for fonts in data URLs.
 */
export const stripFonts = (): Plugin => ({
  name: 'strip-embedded-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('global-styles') && id.endsWith('.css') ? { code: withoutFonts(code), map: null } : undefined,
})
