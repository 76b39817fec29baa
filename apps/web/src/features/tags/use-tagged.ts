import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { isNotOffered } from '../../api/gone.ts'
import { mergeTagValues, projectTags, taggedList } from './tagged.ts'
import { toQueryBody, type TagQuery } from './tag-query.ts'
import { tagTypes } from './tag-types.ts'

/** Keys and values in use on any type of resource; undefined where they cannot be listed. */
export const useKnownTags = () => {
  const cloudId = useCloudId()
  const isAllowed = useDenied()('listProjectTags') === undefined
  const lists = useQueries({
    queries: tagTypes.map(({ type }) => ({ ...projectTags(cloudId, type), enabled: isAllowed })),
    combine: (results) => results.map(({ data, error }) => ({ tags: data?.tags, error })),
  })
  return useMemo(() => {
    const hasFailed = lists.some(({ tags, error }) => !tags && error && !isNotOffered(error))
    return !isAllowed || hasFailed ? undefined : mergeTagValues(lists.map(({ tags }) => tags))
  }, [isAllowed, lists])
}

/** What a question finds, type by type; types that the region does not have are left out. */
export const useTagged = (query: TagQuery) => {
  const cloudId = useCloudId()
  const body = toQueryBody(query)
  const isAllowed = useDenied()('listResourcesByTags') === undefined
  const lists = useQueries({
    queries: tagTypes.map(({ type }) => ({ ...taggedList(cloudId, type, body), enabled: isAllowed })),
  })
  const types = tagTypes.flatMap((type, index) => {
    const list = lists[index]
    return list && !(list.error && isNotOffered(list.error)) ? [{ ...type, list }] : []
  })
  return {
    types,
    isLoading: types.some(({ list }) => list.isPending),
    failed: types.filter(({ list }) => list.error !== null && !list.data),
    refetch: () => Promise.all(types.map(({ list }) => list.refetch())),
  }
}
