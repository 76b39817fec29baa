import { resourceTagInput, type VpnResourceTag } from '@vpn-console/api-client'
import * as z from 'zod'
import { isSystemTag, mostTags, typedProblems } from './tag-changes.ts'

export type TagFormValues = { tags: VpnResourceTag[] }

/** Tags that are typed: each by the cloud's own rules, and all of them together. `others` count, but are not typed. */
export const tagFormSchema = (wanted: { atLeastOne?: boolean } = {}): z.ZodType<unknown, TagFormValues> =>
  z.object({ tags: z.array(resourceTagInput.required()) }).superRefine(({ tags }, context) => {
    if (wanted.atLeastOne && tags.length === 0) {
      context.addIssue({ code: 'custom', path: ['tags'], message: 'Give one tag at least.' })
    }
    if (tags.length > mostTags) {
      context.addIssue({ code: 'custom', path: ['tags'], message: `Give at most ${mostTags} tags.` })
    }
    for (const { index, message } of typedProblems(tags)) {
      context.addIssue({ code: 'custom', path: ['tags', index, 'key'], message })
    }
  })

/** The tags that people may change. */
export const editableTags = (tags: readonly VpnResourceTag[]): VpnResourceTag[] =>
  tags.filter((tag) => !isSystemTag(tag))
