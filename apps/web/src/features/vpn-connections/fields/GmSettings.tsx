import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { KeyValues } from '../../../ui/KeyValues.tsx'

type GmSettingsProps = { items: readonly { label: string; value: string }[] }

/** What a GM gateway fixes: shown, since the other end must be set to the same. */
export const GmSettings = ({ items }: GmSettingsProps) => (
  <SpaceBetween size="s">
    <Box color="text-body-secondary">
      A GM gateway uses the SM algorithms and certificates. These settings are fixed; the customer device needs the
      same.
    </Box>
    <KeyValues columns={3} items={items} />
  </SpaceBetween>
)
