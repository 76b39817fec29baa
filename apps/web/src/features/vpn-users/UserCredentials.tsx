import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useCloudId } from '../../api/operation-query.ts'
import { paths } from '../../paths.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { CopyableId } from '../../ui/CopyableId.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { credentialsText } from './password-words.ts'

type UserCredentialsProps = { serverId: string; name: string; password: string }

const CopyAll = ({ text }: { text: string }) => {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      setState('failed')
    }
  }
  return (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Button formAction="none" iconName="copy" onClick={() => void copy()}>
        Copy all for the user
      </Button>
      <output>
        {state === 'copied' && 'Copied'}
        {state === 'failed' && 'Copying failed: show the password and copy it by hand.'}
      </output>
    </SpaceBetween>
  )
}

/** A password that was just set, as long as this stays open: hidden until somebody wants to see it. */
export const UserCredentials = ({ serverId, name, password }: UserCredentialsProps) => {
  const cloudId = useCloudId()
  const [isShown, setShown] = useState(false)
  const profile = `${paths.vpnServer({ cloudId, serverId })}?tab=client-configuration`
  return (
    <SpaceBetween size="m">
      <Alert type="info">
        The password is shown here and never again: copy it now. If it is lost, it can only be reset.
      </Alert>
      <KeyValues
        columns={2}
        items={[
          { label: 'User name', value: <CopyableId value={name} what="the user name" /> },
          {
            label: 'Password',
            value: (
              <SpaceBetween direction="horizontal" size="xs" alignItems="center">
                <span className="mono">{isShown ? password : '••••••••••••'}</span>
                <CopyButton text={password} what="the password" />
                <Button
                  formAction="none"
                  variant="inline-link"
                  ariaLabel={isShown ? 'Hide the password' : 'Show the password'}
                  onClick={() => setShown(!isShown)}
                >
                  {isShown ? 'Hide' : 'Show'}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      <CopyAll text={credentialsText(name, password, new URL(profile, window.location.origin).href)} />
      <div>
        <Box color="text-body-secondary">The user needs a VPN profile, too: the same for all users of the server.</Box>
        <AppLink to={profile}>Open the client configuration</AppLink>
      </div>
    </SpaceBetween>
  )
}
