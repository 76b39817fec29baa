import type { Input, TagFilter } from '@vpn-console/api-client'

/** What is looked for: every key, each with any of its values; or what has no tag at all. */
export type TagQuery = { isUntagged: boolean; filters: readonly TagFilter[] }

/** The service takes no more keys, nor values of one, in a question. */
export const mostFilters = 20

const parts = { untagged: 'untagged', tag: 'tag' }

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A filter as one word of the URL: `env=prod,test`, each part encoded; without `=`, any value will do. */
const toWord = ({ key, values }: TagFilter): string => {
  const encode = (text: string) => encodeURIComponent(text)
  return values.length === 0 ? encode(key) : `${encode(key)}=${values.map(encode).join(',')}`
}

const fromWord = (word: string): TagFilter => {
  const at = word.indexOf('=')
  if (at < 0) return { key: decode(word), values: [] }
  const values = word
    .slice(at + 1)
    .split(',')
    .map(decode)
  return { key: decode(word.slice(0, at)), values: [...new Set(values)].slice(0, mostFilters) }
}

/** The question of a URL. Of a key that is there twice the first counts. */
export const readTagQuery = (search: URLSearchParams): TagQuery => {
  const filters: TagFilter[] = []
  for (const filter of search.getAll(parts.tag).map(fromWord)) {
    const isTaken = filters.some(({ key }) => key === filter.key)
    if (filter.key !== '' && !isTaken && filters.length < mostFilters) filters.push(filter)
  }
  return { isUntagged: search.has(parts.untagged), filters }
}

/** The URL of a question; what else is in it, such as the table's own state, stays but for the page. */
export const writeTagQuery = (search: URLSearchParams, { isUntagged, filters }: TagQuery): URLSearchParams => {
  const next = new URLSearchParams(search)
  next.delete(parts.untagged)
  next.delete(parts.tag)
  next.delete('page')
  if (isUntagged) next.set(parts.untagged, '1')
  else for (const filter of filters) next.append(parts.tag, toWord(filter))
  return next
}

/** The question as the cloud takes it. Of what has no tag, tags cannot be asked. */
export const toQueryBody = ({ isUntagged, filters }: TagQuery): Input<'listResourcesByTags'>['body'] =>
  isUntagged ? { without_any_tag: true } : { tags: filters.map(({ key, values }) => ({ key, values: [...values] })) }

/** The question in words. */
export const queryWords = ({ isUntagged, filters }: TagQuery): string => {
  if (isUntagged) return 'without any tag'
  if (filters.length === 0) return 'with or without tags'
  const words = filters.map(({ key, values }) =>
    values.length === 0 ? key : `${key}: ${values.map((value) => (value === '' ? '(empty)' : value)).join(' or ')}`,
  )
  return `with ${words.join(' and ')}`
}
