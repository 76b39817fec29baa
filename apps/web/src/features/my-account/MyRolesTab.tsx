import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useSession } from '../../api/session.ts'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Lines } from '../../ui/Lines.tsx'
import { cloudWords, consoleWords, roleWords } from './my-roles.ts'

/** What one may do here, in words. */
export default function MyRolesTab() {
  const session = useSession()
  const roles = roleWords(session.user.roles)
  const clouds = cloudWords(session)
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">Roles</Header>}>
        {roles.length > 0 ? (
          <KeyValues columns={1} items={roles.map(({ name, description }) => ({ label: name, value: description }))} />
        ) : (
          <Box>You have no role yet. An administrator of the console gives them.</Box>
        )}
      </Container>
      <Container header={<Header variant="h2">Where</Header>}>
        <KeyValues
          columns={1}
          items={[
            { label: 'Clouds', value: clouds.length > 0 ? <Lines values={clouds} /> : 'None' },
            {
              label: 'The console itself',
              value: consoleWords(session),
            },
            { label: 'VPN users', value: session.isVpnUser ? 'You look after your own VPN access' : 'None' },
          ]}
        />
      </Container>
    </SpaceBetween>
  )
}
