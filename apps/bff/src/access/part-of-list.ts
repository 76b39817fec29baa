import { markerPages } from '@vpn-console/api-client'
import type { Part } from './authorize.ts'
import { fieldsOf, type Fields } from './things.ts'

/** What is left of a list's answer. How many there are of all is not told: it would count what is not shown. */
export const partOfList = async (text: string, { keep }: Part): Promise<string> => {
  const kept: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(fieldsOf(JSON.parse(text)))) {
    if (Array.isArray(value)) {
      const items: unknown[] = value
      const wanted = await Promise.all(items.map((item) => keep(fieldsOf(item))))
      kept[field] = items.filter((_, index) => wanted[index])
    } else if (field === 'page_info') {
      const { current_count: _, ...paging } = fieldsOf(value)
      kept[field] = paging satisfies Fields
    } else if (field !== 'total_count') {
      kept[field] = value
    }
  }
  return JSON.stringify(kept)
}

type Page = { page_info?: { next_marker?: string; current_count?: number } }

/** The same of all pages of a list, as one answer without pages. */
export const partOfPages = async (readPage: (query: object) => Promise<string>, part: Part): Promise<string> => {
  const whole: Record<string, unknown> = {}
  const next = async (query: object) => {
    const text = await readPage(query)
    for (const [field, value] of Object.entries(fieldsOf(JSON.parse(await partOfList(text, part))))) {
      const before = whole[field]
      whole[field] = Array.isArray(value) && Array.isArray(before) ? [before, value].flat() : value
    }
    // Only its paging is read here.
    return JSON.parse(text) as Page
  }
  for await (const _ of markerPages(200, next));
  const { page_info: _, ...answer } = whole
  return JSON.stringify(answer)
}
