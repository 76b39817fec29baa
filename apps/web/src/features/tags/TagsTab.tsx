import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { VpnResourceTag } from '@vpn-console/api-client'
import { useState } from 'react'
import { nextPollMs, operationQuery, staleSince, useCloudId } from '../../api/operation-query.ts'
import { useDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { hasDraft } from '../../ui/form/draft.ts'
import { StaleNotice } from '../../ui/StaleNotice.tsx'
import type { TagResourceType } from './save-tags.ts'
import { isSystemTag, mostTags, toTags } from './tag-changes.ts'
import { TagEditor } from './TagEditor.tsx'
import { editableTags } from './tag-form.ts'
import { TagTable } from './TagTable.tsx'

export type TagsTabProps = {
  resourceType: TagResourceType
  id: string
  name: string
  tags: readonly VpnResourceTag[]
}

const pollMs = 60_000

/** The tags of one resource, to read and to edit. */
export default function TagsTab({ resourceType, id, name, tags: known }: TagsTabProps) {
  const cloudId = useCloudId()
  const denied = useDenied()
  const place = { resource_type: resourceType, resource_id: id }
  const query = useQuery({
    ...operationQuery(cloudId, 'showResourceTags', { params: place }),
    enabled: denied('showResourceTags') === undefined,
    refetchInterval: ({ state }) => nextPollMs(pollMs, state.error),
  })
  // The resource itself tells its tags, too: until they are read, and where they cannot be.
  const tags = toTags(query.data?.tags ?? known)
  const draftKey = `tags.${cloudId}.${id}`
  const [isEditing, setEditing] = useState(() => hasDraft(draftKey))
  const own = editableTags(tags)
  const disabledReason =
    denied('batchCreateResourceTags') ?? denied('batchDeleteResourceTags') ?? denied('showResourceTags')

  return (
    <SpaceBetween size="l">
      {isEditing ? (
        <TagEditor
          place={place}
          name={name}
          tags={own}
          draftKey={draftKey}
          disabledReason={disabledReason}
          onClose={() => setEditing(false)}
        />
      ) : (
        <TagTable
          tags={own}
          title="Tags"
          label={`Tags of ${name}`}
          counter={`(${own.length}/${mostTags})`}
          empty="No tags yet. Tags group resources of any type, for finding them and for billing."
          actions={
            <>
              <StaleNotice
                since={staleSince(query)}
                onRetry={() => void query.refetch()}
                isRetrying={query.isFetching}
              />
              <ActionButton onClick={() => setEditing(true)} disabledReason={disabledReason}>
                Edit tags
              </ActionButton>
            </>
          }
        />
      )}
      {tags.some(isSystemTag) && (
        <TagTable
          tags={tags.filter(isSystemTag)}
          title="Set by the cloud"
          label={`Tags of ${name} set by the cloud`}
          description="They cannot be changed or removed, and do not count."
          empty=""
        />
      )}
    </SpaceBetween>
  )
}
