import Badge from '@cloudscape-design/components/badge'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { VpnResourceTag } from '@vpn-console/api-client'

/** The tags of a resource, to be read. */
export const TagList = ({ tags }: { tags: readonly VpnResourceTag[] | undefined }) =>
  !tags || tags.length === 0 ? (
    <>No tags</>
  ) : (
    <SpaceBetween direction="horizontal" size="xxs">
      {tags.map(({ key, value }) => (
        <Badge key={key}>{value === '' ? key : `${key}: ${value}`}</Badge>
      ))}
    </SpaceBetween>
  )
