/** A user's certificate, with those above it where they were given, and its private key: as PEM. */
export type ClientCredentials = { certificate: string; key: string }

/** What of the file is shown instead of a private key. */
export const hiddenKey = '(hidden here; copy and download have it)'

const tags = ['cert', 'key'] as const
type Tag = (typeof tags)[number]

const eolOf = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n')

const isComment = (line: string) => /^\s*(?:[#;].*)?$/.test(line)
const withoutMark = (line: string) => line.replace(/^\s*[#;]\s*/, '')

const namesFile = (line: string, tag: Tag) => new RegExp(`^\\s*${tag}\\s+\\S`).test(line)

const blockOf = (tag: Tag, content: string) => [`<${tag}>`, ...content.trim().split(/\r?\n/), `</${tag}>`]

type Place = { from: number; to: number }

/** The lines from one tag to its end. */
const findBlock = (lines: readonly string[], tag: Tag): Place | undefined => {
  const from = lines.findIndex((line) => line.trim() === `<${tag}>`)
  const to = from < 0 ? -1 : lines.findIndex((line, index) => index > from && line.trim() === `</${tag}>`)
  return to < 0 ? undefined : { from, to }
}

/** The place that the cloud leaves for a block: its tags in comments, and nothing but comments between them. */
const findPlace = (lines: readonly string[], tag: Tag): Place | undefined => {
  const place = findBlock(
    lines.map((line) => (isComment(line) ? withoutMark(line) : '')),
    tag,
  )
  return place && lines.slice(place.from, place.to).every(isComment) ? place : undefined
}

/** Puts a block where the profile has one, or has a place for one; else at the end. */
const withBlock = (lines: readonly string[], tag: Tag, content: string): string[] => {
  const block = blockOf(tag, content)
  const kept = lines.filter((line) => !namesFile(line, tag))
  const place = findBlock(kept, tag) ?? findPlace(kept, tag)
  return place ? [...kept.slice(0, place.from), ...block, ...kept.slice(place.to + 1)] : [...kept, ...block]
}

/**
 * The profile with the user's certificate and key in it. It happens in the browser alone: the cloud does not know the
 * key, and nobody else is to.
 */
export const withCredentials = (profile: string, { certificate, key }: ClientCredentials): string => {
  const eol = eolOf(profile)
  const lines = profile.replace(/(?:\r?\n)+$/, '').split(/\r?\n/)
  return `${withBlock(withBlock(lines, 'cert', certificate), 'key', key).join(eol)}${eol}`
}

const offload = /^disable-dco[ \t]*(?=\r?$)/gm

/** Whether the profile has the option at which OpenVPN 2.5 and older stop. */
export const hasOffloadOption = (profile: string): boolean => profile.search(offload) >= 0

/** The profile for OpenVPN 2.5 and older, which do not know one of its options: there it becomes a comment. */
export const forOldClients = (profile: string): string => profile.replaceAll(offload, '#disable-dco')

/** A name that the client shows as that of the connection, of letters that every system takes. */
export const profileFileName = (name: string, os: string): string => {
  const plain = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^[-.]+|[-.]+$/g, '')
  return `${plain === '' ? 'vpn' : plain}-${os}.ovpn`
}
