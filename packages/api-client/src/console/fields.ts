import * as z from 'zod'

/** An id in a path or body: of the console's own things, or of the cloud's. */
export const id = z.string().regex(/^[\w.-]{1,64}$/)
export const inCloud = z.strictObject({ cloudId: id })
/** Milliseconds since 1970. */
export const moment = z.number().int().nonnegative()
