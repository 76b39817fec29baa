import helmet from 'helmet'

const self = ["'self'"]

/**
 * What a page of ours may load and do: its own files, and nothing written into the page. The kit sets style attributes,
 * which cannot run anything; scripts and style sheets come from files alone.
 */
export const createSecurityHeaders = (isSecure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': self,
        'style-src': self,
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': self,
        'connect-src': self,
        'manifest-src': self,
        'form-action': self,
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
      },
    },
    // Without any referrer a browser would hide the origin of a form as well, which we check.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure ? { maxAge: 365 * 24 * 60 * 60, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  })
