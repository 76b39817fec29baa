import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { CreatePeerSubnets } from './CreatePeerSubnets.tsx'

export const TemplateFields = () => (
  <SpaceBetween size="l">
    <Box color="text-body-secondary">
      For a customer device whose address changes: it begins, and the gateway answers by its policy template.
    </Box>
    <CreatePeerSubnets />
  </SpaceBetween>
)
