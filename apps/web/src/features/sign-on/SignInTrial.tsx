import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMutation } from '@tanstack/react-query'
import { ownCall } from '../../api/console-call.ts'
import { useConsoleDenied } from '../../api/session.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { FormError } from '../../ui/FormError.tsx'

/** A sign-in with the saved settings that only shows what comes; also before they are switched on. */
export const SignInTrial = () => {
  const denied = useConsoleDenied()
  const trying = useMutation({ mutationFn: () => ownCall('trySignOn', {}), gcTime: 0 })
  return (
    <SpaceBetween size="s">
      <ActionButton
        onClick={() => trying.mutate()}
        loading={trying.isPending}
        loadingText="Asking the provider"
        disabledReason={denied('console:signOn:update')}
      >
        Try a sign-in
      </ActionButton>
      <output>
        {trying.data && !trying.isPending && (
          <>
            Ready:{' '}
            <Link external variant="primary" href={trying.data.url} externalIconAriaLabel="opens a new tab">
              sign in at the provider
            </Link>{' '}
            within ten minutes. You see there which name, groups and claims came. Nobody is signed in by it.
          </>
        )}
      </output>
      {trying.error && !trying.isPending && <FormError title="No sign-in was begun" error={trying.error} />}
    </SpaceBetween>
  )
}
