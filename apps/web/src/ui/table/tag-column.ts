import type { VpnResourceTag } from '@vpn-console/api-client'
import type { Column } from './columns.ts'

type Tagged = { tags?: readonly VpnResourceTag[] | undefined }

/** Tags as they are read: `env: prod`. */
export const tagTexts = ({ tags = [] }: Tagged): string[] =>
  tags.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`))

/** The tags of a row, to find and to show on demand. */
export const tagColumn: Column<Tagged> = {
  id: 'tags',
  header: 'Tags',
  value: tagTexts,
  filter: 'text',
  isHidden: true,
  minWidth: 220,
}
