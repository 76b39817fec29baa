type PageInfo = { next_marker?: string | undefined; current_count?: number | undefined }

/** A list that answers with more pages than this is broken; better an incomplete list than a loop for ever. */
const mostPages = 10_000

/**
 * Goes through a list paged by marker, as `page_info` tells it. It ends when the marker is missing, when the page is
 * shorter than the limit, or when a marker comes a second time (markers are times, which need not be unique).
 */
export async function* markerPages<P extends { page_info?: PageInfo | undefined }>(
  limit: number,
  fetchPage: (query: { limit: number; marker?: string }) => Promise<P>,
): AsyncGenerator<P> {
  const seen = new Set<string>()
  let marker: string | undefined
  for (let count = 0; count < mostPages; count++) {
    const page = await fetchPage(marker === undefined ? { limit } : { limit, marker })
    yield page
    const next = page.page_info?.next_marker
    const length = page.page_info?.current_count
    if (!next || seen.has(next) || (length !== undefined && length < limit)) return
    seen.add(next)
    marker = next
  }
}

/** Goes through a list whose marker is the id of the page's last item, as the v1 lists of VPC and EIP have it. */
export async function* lastIdPages<T extends { id: string }>(
  limit: number,
  fetchItems: (query: { limit: number; marker?: string }) => Promise<T[]>,
): AsyncGenerator<T[]> {
  const seen = new Set<string>()
  let marker: string | undefined
  for (let count = 0; count < mostPages; count++) {
    const items = await fetchItems(marker === undefined ? { limit } : { limit, marker })
    yield items
    const next = items.at(-1)?.id
    if (next === undefined || seen.has(next) || items.length < limit) return
    seen.add(next)
    marker = next
  }
}

/** Goes through a list paged by offset. It ends at a page that is empty or shorter than the limit. */
export async function* offsetPages<T>(
  limit: number,
  fetchItems: (query: { limit: number; offset: number }) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let count = 0; count < mostPages; count++) {
    const items = await fetchItems({ limit, offset: count * limit })
    if (items.length > 0) yield items
    if (items.length < limit) return
  }
}

/** All items of all pages. */
export const collect = async <P, T>(pages: AsyncIterable<P>, itemsOf: (page: P) => readonly T[]): Promise<T[]> => {
  const items: T[] = []
  for await (const page of pages) items.push(...itemsOf(page))
  return items
}
