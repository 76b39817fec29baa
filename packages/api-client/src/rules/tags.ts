import { problem, type Problem } from './problem.ts'

type Tag = { key?: string | undefined; value?: string | undefined }

/** What is wrong with the tags of a resource that is being created. */
export const tagProblems = (tags: readonly Tag[] = []): Problem[] => {
  const problems: Problem[] = []
  if (tags.length > 20) problems.push(problem('tags.max', 'tags', 'Give at most 20 tags.'))
  const seen = new Set<string>()
  tags.forEach(({ key = '' }, index) => {
    const path = `tags.${index}.key`
    if (key !== key.trim()) problems.push(problem('tags.key', path, 'A tag key does not start or end with a space.'))
    if (key.startsWith('_sys_'))
      problems.push(problem('tags.key', path, 'Tag keys that start with _sys_ are the cloud’s own.'))
    if (seen.has(key)) problems.push(problem('tags.unique-keys', path, `The key ${key} is there twice.`))
    seen.add(key)
  })
  return problems
}
