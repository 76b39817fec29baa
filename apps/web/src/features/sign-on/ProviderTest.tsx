import type { SignOnFinding } from '@vpn-console/api-client'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormError } from '../../ui/FormError.tsx'

const looks = {
  good: { type: 'success', words: 'Good' },
  note: { type: 'warning', words: 'Note' },
  bad: { type: 'error', words: 'Problem' },
} as const satisfies Record<SignOnFinding['outcome'], { type: StatusIndicatorProps.Type; words: string }>

type ProviderTestProps = {
  /** What to test, as it is now. */
  asked: () => { issuer: string; scopes: string }
  disabledReason?: string | undefined
}

/** Asks the provider for its configuration, and tells in words what it is. */
export const ProviderTest = ({ asked, disabledReason }: ProviderTestProps) => {
  const denied = useConsoleDenied()
  const testing = useMutation({
    mutationFn: () => ownCall('testSignOn', { body: asked() }),
  })
  return (
    <SpaceBetween size="s">
      <ActionButton
        onClick={() => testing.mutate()}
        loading={testing.isPending}
        loadingText="Asking the provider"
        disabledReason={denied('console:signOn:update') ?? disabledReason}
      >
        Test the provider
      </ActionButton>
      <output>
        {testing.data && !testing.isPending && (
          <SpaceBetween size="xxs">
            {testing.data.findings.map(({ outcome, text }) => (
              <StatusIndicator key={text} type={looks[outcome].type} iconAriaLabel={looks[outcome].words}>
                {text}
              </StatusIndicator>
            ))}
          </SpaceBetween>
        )}
      </output>
      {testing.error && !testing.isPending && <FormError title="The provider was not tested" error={testing.error} />}
    </SpaceBetween>
  )
}
