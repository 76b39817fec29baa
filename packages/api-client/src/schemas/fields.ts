import * as z from 'zod'

// Requests are strict, and each message is shown to a person beside the field it belongs to.
// Answers are tolerant: only the kind of a value is checked, never its range.

/** Text of min to max characters. */
export const text = (min: number, max: number) => {
  const message = min === 0 ? `Use at most ${max} characters.` : `Use ${min} to ${max} characters.`
  return z.string(message).min(min, message).max(max, message)
}

/** Text without a documented bound; 4,096 keeps a slip from becoming a megabyte. */
export const anyText = z.string('Enter a text.').max(4096, 'Use at most 4,096 characters.')

const patterned = (min: number, max: number, pattern: RegExp, message: string) =>
  z.string(message).min(min, message).max(max, message).regex(pattern, message)

/** Name of a gateway, customer gateway, connection or bandwidth. */
export const resourceName = patterned(
  1,
  64,
  /^[A-Za-z0-9_.-]{1,64}$/,
  'Use 1 to 64 letters, digits, underscores, hyphens or periods.',
)

export const certificateName = patterned(
  3,
  63,
  /^[A-Za-z0-9_.-]{3,63}$/,
  'Use 3 to 63 letters, digits, underscores, hyphens or periods.',
)

/** Name of a Point-to-Cloud object, which takes no period. */
export const plainName = patterned(
  1,
  64,
  /^[A-Za-z0-9_-]{1,64}$/,
  'Use 1 to 64 letters, digits, underscores or hyphens.',
)

export const userName = patterned(
  4,
  32,
  /^[A-Za-z0-9._-]{4,32}$/,
  'Use 4 to 32 letters, digits, periods, underscores or hyphens.',
)

export const wordText = patterned(0, 64, /^[A-Za-z0-9_]{0,64}$/, 'Use at most 64 letters, digits or underscores.')

export const freeText = patterned(
  0,
  64,
  /^[A-Za-z0-9`~!@#$%^&*()\-_+=\\[\]{};:'",<.>/? ]{0,64}$/,
  'Use at most 64 letters, digits, spaces or common special characters.',
)

export const tagKey = patterned(
  1,
  128,
  /^[\p{L}\p{N} _.:=+\-@]{1,128}$/u,
  'Use 1 to 128 letters, digits, spaces or the characters _ . : = + - @',
)

export const tagValue = patterned(
  0,
  255,
  /^[\p{L}\p{N} _.:=+\-@]{0,255}$/u,
  'Use at most 255 letters, digits, spaces or the characters _ . : = + - @',
)

export const preSharedKey = patterned(
  8,
  128,
  /^[A-Za-z0-9~!@#$%^*()\-_+={},./:;]{8,128}$/,
  'Use 8 to 128 letters, digits or the characters ~ ! @ # $ % ^ * ( ) - _ + = { } , . / : ;',
)

export const userPassword = patterned(
  8,
  32,
  /^[A-Za-z0-9`~!@#$%^&*()\-_+=\\|[\]{};:'",<.>/? ]{8,32}$/,
  'Use 8 to 32 letters, digits, spaces or common special characters.',
)

// The reference calls ids UUIDs, but prints ids that are none: the characters are checked, the shape is not.
const idMessage = 'Enter an id: letters, digits and hyphens, as the cloud shows it.'
export const resourceId = z
  .string(idMessage)
  .regex(/^[A-Za-z0-9-]{1,64}$/, idMessage)
  .meta({ format: 'uuid' })

export const ipv4 = z.ipv4('Enter an IPv4 address, for example 192.0.2.10.')
export const cidr4 = z.cidrv4('Enter an IPv4 block, for example 192.168.0.0/24.')
export const cidr6 = z.cidrv6('Enter an IPv6 block, for example 2001:db8:1::/64.')

/** PEM text of up to max characters; whether it holds a certificate is for the reader of it to find out. */
export const pem = (max = 16_384) => text(1, max).meta({ format: 'pem' })

/** Whole number from min to max. */
export const whole = (min: number, max: number) => {
  const message = `Enter a whole number from ${min} to ${max}.`
  return z.int(message).min(min, message).max(max, message)
}

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `Choose one of: ${values.join(', ')}.`)

/** A list of min to max items. */
export const list = <T extends z.ZodType>(item: T, min: number, max?: number) => {
  const array = z.array(item, 'Give a list.')
  const bounded = max === undefined ? array : array.max(max, `Give at most ${max}.`)
  return min > 0 ? bounded.min(min, `Give at least ${min}.`) : bounded
}

/**
 * A word of an answer: the known ones are named for the type, any other passes,
 * since a status we have never seen must not break a page.
 */
export const openEnum = <const T extends readonly string[]>(values: T) =>
  // The cast widens the type only; at run time any string is accepted.
  z.string().meta({ values }) as unknown as z.ZodType<T[number] | (string & {}), T[number] | (string & {})>
