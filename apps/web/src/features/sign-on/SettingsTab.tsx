import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { ProviderAddresses } from './ProviderAddresses.tsx'
import { ProviderTest } from './ProviderTest.tsx'
import { SignInTrial } from './SignInTrial.tsx'
import type { ShownSignOn } from './sign-on-queries.ts'

const mono = (text: string) => <span className="mono">{text}</span>

type SettingsTabProps = { shown: ShownSignOn; settings: NonNullable<ShownSignOn['settings']> }

/** The settings as they are, what the provider has to know, and whether it works. */
export const SettingsTab = ({ shown, settings }: SettingsTabProps) => (
  <SpaceBetween size="l">
    <Container header={<Header variant="h2">Provider</Header>}>
      <KeyValues
        items={[
          {
            label: 'State',
            value: settings.enabled ? (
              <StatusIndicator type="success">Switched on</StatusIndicator>
            ) : (
              <StatusIndicator type="stopped">Switched off</StatusIndicator>
            ),
          },
          { label: 'Issuer', value: mono(settings.issuer) },
          { label: 'Client id', value: mono(settings.clientId) },
          {
            label: 'Client secret',
            value: shown.hasSecret ? 'Kept sealed, and never shown' : 'None: a public client, by PKCE alone',
          },
          { label: 'Scopes', value: mono(settings.scopes) },
          { label: 'Claim with the name', value: mono(settings.nameClaim) },
          { label: 'Claim with the groups', value: mono(settings.groupsClaim) },
          { label: 'Button', value: settings.buttonText },
          {
            label: 'Passwords of the console',
            value: settings.allowsPasswords ? 'For everybody who has one' : 'For administrators alone',
          },
          {
            label: 'Signing out',
            value: settings.signsOutAtProvider ? 'Of the console and at the provider' : 'Of the console alone',
          },
        ]}
      />
    </Container>
    <Container
      header={
        <Header variant="h2" description="The provider sends people only to addresses that it knows, exactly so.">
          To be registered at the provider
        </Header>
      }
    >
      <ProviderAddresses shown={shown} />
    </Container>
    <Container
      header={
        <Header variant="h2" description="With the settings as they are saved, also while they are switched off.">
          Does it work?
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ProviderTest asked={() => ({ issuer: settings.issuer, scopes: settings.scopes })} />
        <SignInTrial />
      </SpaceBetween>
    </Container>
  </SpaceBetween>
)
