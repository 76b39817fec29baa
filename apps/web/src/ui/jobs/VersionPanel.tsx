import { upgradeRefuses, type UpgradeAction, type VpnGateway } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { ActionButton } from '../ActionButton.tsx'
import { versionOf } from './job-words.ts'

type VersionPanelProps = {
  gateway: Pick<VpnGateway, 'name' | 'status' | 'upgrade_info'>
  description: string
  /** Why nobody may upgrade it here, beyond its state. */
  disabledReason: string | undefined
  onChoose: (action: UpgradeAction) => void
}

/** What version there is, and what can be done about it now. */
export const VersionPanel = ({ gateway, description, disabledReason, onChoose }: VersionPanelProps) => {
  const { words, kind, step } = versionOf(gateway)
  const isWaiting = gateway.status === 'PENDING_UPGRADE_CONFIRM'
  const button = (action: UpgradeAction, text: string, isPrimary: boolean) => (
    <ActionButton
      variant={isPrimary ? 'primary' : 'normal'}
      onClick={() => onChoose(action)}
      disabledReason={disabledReason ?? upgradeRefuses(action, gateway)}
    >
      {text}
    </ActionButton>
  )
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={description}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {button('start', 'Upgrade', !isWaiting)}
              {button('rollback', 'Roll back', false)}
              {button('finish', 'Commit', isWaiting)}
            </SpaceBetween>
          }
        >
          Version
        </Header>
      }
    >
      <StatusIndicator type={kind}>{words}</StatusIndicator>
      <Box color="text-body-secondary">{step}</Box>
    </Container>
  )
}
