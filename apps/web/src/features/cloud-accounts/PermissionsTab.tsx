import type { CloudAccountView } from '@vpn-console/api-client'
import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormError } from '../../ui/FormError.tsx'
import { renewAccounts } from './account-queries.ts'
import { CheckView } from './check/CheckView.tsx'

/** What the account’s keys may do of what it is used for. */
export default function PermissionsTab({ account }: { account: CloudAccountView }) {
  const { id, name, features, last_check: check, state } = account
  const denied = useConsoleDenied()
  const test = useMutation({
    mutationFn: () => ownCall('checkSavedCloudAccount', { params: { accountId: id } }),
    onSuccess: renewAccounts,
  })
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Each call that only reads is tried; what would change something is not."
          actions={
            <ActionButton
              onClick={() => test.mutate()}
              loading={test.isPending}
              loadingText="Testing"
              disabledReason={
                denied('console:cloudAccounts:show') ??
                (state === 'locked' || state === 'hidden' ? 'It cannot be used now.' : undefined)
              }
            >
              Test again
            </ActionButton>
          }
        >
          Features and permissions
        </Header>
      }
    >
      <SpaceBetween size="m">
        {test.error && !test.isPending && <FormError title={`${name} was not tested`} error={test.error} />}
        {check ? (
          <CheckView check={check} features={features} />
        ) : (
          <Box color="text-body-secondary">It has not been tested yet.</Box>
        )}
      </SpaceBetween>
    </Container>
  )
}
