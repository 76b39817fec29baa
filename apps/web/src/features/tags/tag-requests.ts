import type { CodeRequest } from '../../ui/code/code-request.ts'
import type { TagPlace } from './save-tags.ts'
import type { TagChange } from './tag-changes.ts'

/** The calls that changes of tags become. */
export const requestsOf = (place: TagPlace, changes: readonly TagChange[]): CodeRequest[] => {
  const removed = changes.filter(({ after }) => after === undefined).map(({ key }) => ({ key }))
  const set = changes.flatMap(({ key, after }) => (after === undefined ? [] : [{ key, value: after }]))
  const requests: CodeRequest[] = []
  if (removed.length > 0) {
    requests.push({ name: 'batchDeleteResourceTags', input: { params: place, body: { tags: removed } } })
  }
  if (set.length > 0) {
    requests.push({ name: 'batchCreateResourceTags', input: { params: place, body: { tags: set } } })
  }
  return requests
}
